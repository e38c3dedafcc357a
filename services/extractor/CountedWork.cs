using System.Diagnostics.Metrics;

namespace Pipeline.Extractor;

/// <summary>Counts the dear steps of an extraction, which tell what it costs where no clock does. What is counted changes nothing of the result.</summary>
internal static class CountedWork
{
    private static readonly Meter Meter = new("Pipeline.Extractor");

    private static readonly Counter<long> Comparisons = Meter.CreateCounter<long>("pipeline.extractor.label.comparisons", description: "Texts compared with a label letter by letter.");

    private static readonly Counter<long> Walks = Meter.CreateCounter<long>("pipeline.extractor.page.walks", description: "Walks over all elements of a web page to read it.");

    private static readonly Counter<long> Processes = Meter.CreateCounter<long>("pipeline.extractor.processes", description: "Processes started to read documents.");

    public static void Compared() => Comparisons.Add(1);

    public static void Walked() => Walks.Add(1);

    /// <param name="program">Name of the program.</param>
    public static void Started(string program) => Processes.Add(1, KeyValuePair.Create<string, object?>("program", program));
}
