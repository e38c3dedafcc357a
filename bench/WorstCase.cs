using Pipeline.Extractor;

namespace Pipeline.Bench;

/// <summary>What the dearest document of a kind costs beside the median one: hostile documents must not cost much more than reports.</summary>
internal sealed record WorstCase(string Extension, int Documents, TimeSpan Median, TimeSpan Worst, string Dearest)
{
    private const int Passes = 3;

    /// <summary>The kinds that <see cref="Comparisons"/> knows, those of which the folder has any. Each document counts with the least of three readings.</summary>
    public static async Task<IReadOnlyList<WorstCase>> Of(string folder)
    {
        var worst = new List<WorstCase>();
        foreach (var extension in new[] { ".html", ".txt", ".docx", ".pdf" })
        {
            var times = new List<(TimeSpan Time, string File)>();
            foreach (var file in Directory.EnumerateFiles(folder, "*" + extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                times.Add((await Least(file), file));
            times.Sort();
            if (times.Count > 0)
                worst.Add(new WorstCase(extension, times.Count, times[times.Count / 2].Time, times[^1].Time, Path.GetRelativePath(folder, times[^1].File)));
        }

        return worst;
    }

    private static async Task<TimeSpan> Least(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var least = TimeSpan.MaxValue;
        for (var pass = 0; pass < Passes; pass++)
        {
            var start = ProcessorTime.Now();
            await ReportExtractor.Default.Extract(bytes, new DocumentHints { FileName = Path.GetFileName(file) }, default);
            var time = ProcessorTime.Now() - start;
            least = time < least ? time : least;
        }

        return least;
    }
}
