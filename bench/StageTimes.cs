using System.Diagnostics.Metrics;
using Pipeline.Extractor;

namespace Pipeline.Bench;

/// <summary>Where the time of an extraction goes, by the extractor's own measures of its stages.</summary>
internal static class StageTimes
{
    /// <returns>Of each stage the mean time a document, the longest first; what readers take is not among them.</returns>
    public static async Task<IReadOnlyList<(string Stage, TimeSpan Mean)>> Of(IReadOnlyList<byte[]> documents, string name)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "pipeline.extractor.stage.duration")
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            var stage = (string)tags[0].Value!;
            lock (sums)
                sums[stage] = sums.GetValueOrDefault(stage) + seconds;
        });
        // Once to compile, once to measure.
        await Read(documents, name);
        await Read(documents, name);
        listener.Start();
        await Read(documents, name);
        return [.. sums.OrderByDescending(sum => sum.Value).Select(sum => (sum.Key, TimeSpan.FromSeconds(sum.Value / documents.Count)))];
    }

    private static async Task Read(IReadOnlyList<byte[]> documents, string name)
    {
        foreach (var document in documents)
            await ReportExtractor.Default.Extract(document, new DocumentHints { FileName = name }, default);
    }
}
