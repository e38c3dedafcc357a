namespace Pipeline.Bench;

/// <summary>Two ways to read the same documents.</summary>
/// <param name="Name">What is compared, for people.</param>
/// <param name="Pattern">Files that it reads.</param>
internal sealed record Comparison(string Name, string Pattern, Func<byte[], Task> Ours, Func<byte[], Task> Other)
{
    /// <summary>Documents read in a round, each way; enough for processor time to be told in hundredths of a second.</summary>
    public int Reads { get; init; } = 60;

    /// <summary>Rounds before those that count, until the code is compiled as well as it will be: with three, half of what was measured was the compiler.</summary>
    public int WarmUp { get; init; } = 20;
}

/// <param name="Ours">Median of the rounds, processor time a document.</param>
/// <param name="Other">Likewise.</param>
/// <param name="Ratio">Median of the rounds' ratios.</param>
internal sealed record Outcome(TimeSpan Ours, TimeSpan Other, double Ratio, double Least, double Most)
{
    /// <summary>Reads all documents both ways, in turns, so that whatever else the machine does meets both.</summary>
    /// <param name="documents">At least one.</param>
    /// <param name="rounds">Odd.</param>
    public static async Task<Outcome> Of(Comparison comparison, IReadOnlyList<byte[]> documents, int rounds)
    {
        var passes = Math.Max(1, comparison.Reads / documents.Count);
        var times = new List<(TimeSpan Ours, TimeSpan Other)>();
        for (var round = -comparison.WarmUp; round < rounds; round++)
        {
            var time = (await Time(comparison.Ours, documents, passes), await Time(comparison.Other, documents, passes));
            if (round >= 0)
                times.Add(time);
        }

        var ratios = times.Select(time => time.Ours / time.Other).Order().ToList();
        return new Outcome(Median(times.Select(time => time.Ours)), Median(times.Select(time => time.Other)), ratios[rounds / 2], ratios[0], ratios[^1]);
    }

    private static async Task<TimeSpan> Time(Func<byte[], Task> read, IReadOnlyList<byte[]> documents, int passes)
    {
        GC.Collect();
        var start = ProcessorTime.Now();
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var document in documents)
                await read(document);
        }

        return (ProcessorTime.Now() - start) / (passes * documents.Count);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : default;
}
