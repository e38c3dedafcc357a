using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pipeline.Extractor;

/// <summary>Measures the stages of an extraction. What is measured changes nothing of the result.</summary>
internal static class Stage
{
    private static readonly Meter Meter = new("Pipeline.Extractor");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("pipeline.extractor.stage.duration", "s", "Time of one stage for one document or report.");

    public static T Measure<T>(string stage, Func<T> run)
    {
        if (!Duration.Enabled)
            return run();
        var start = Stopwatch.GetTimestamp();
        var result = run();
        Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, KeyValuePair.Create<string, object?>("stage", stage));
        return result;
    }
}
