using System.Globalization;
using Pipeline.Bench;

// bench CLAIM FOLDER: one row of the table; bench worst FOLDER: the dearest documents; bench stages PATTERN FOLDER: where the time goes.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["stages", var pattern, var folder])
{
    foreach (var (stage, mean) in await StageTimes.Of(Documents(folder, pattern), "document" + Path.GetExtension(pattern)))
        Console.WriteLine($"{stage,-16} {mean.TotalMilliseconds,8:0.00} ms");
    return 0;
}

if (args is ["worst", var hostile])
{
    foreach (var worst in await WorstCase.Of(hostile))
        Console.WriteLine($"| worst *{worst.Extension} ({worst.Dearest}), against the median | {worst.Documents} | {worst.Worst.TotalMilliseconds:0.0} ms | {worst.Median.TotalMilliseconds:0.0} ms | **{worst.Worst / worst.Median:0.0}** |");
    return 0;
}

if (args is [var claim, var samples] && Comparisons.All.TryGetValue(claim, out var comparison))
{
    var documents = Documents(samples, comparison.Pattern);
    var outcome = await Outcome.Of(comparison, documents, rounds: 7);
    Comparisons.End();
    Console.WriteLine($"| {comparison.Name} | {documents.Count} | {outcome.Ours.TotalMilliseconds:0.0} ms | {outcome.Other.TotalMilliseconds:0.0} ms | **{outcome.Ratio:0.0#}** ({outcome.Least:0.0#}–{outcome.Most:0.0#}) |");
    return 0;
}

Console.Error.WriteLine($"bench {string.Join('|', Comparisons.All.Keys)} FOLDER, bench worst FOLDER, or bench stages PATTERN FOLDER");
return 2;

static IReadOnlyList<byte[]> Documents(string folder, string pattern) =>
    [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
