using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>Reads a mutant and says what is wrong with the reading.</summary>
/// <param name="Ending">accepted, review, not-a-report or the reason of a failure.</param>
/// <param name="Faults">Empty when every property holds.</param>
internal sealed record MutantReading(string Ending, IReadOnlyList<string> Faults)
{
    // Finding a spot of a page parses the page: a sample of spots, and every value that is not the original's.
    private const int SpotsPerPage = 12;

    // The extractor bounds its own work; this only tells a hang from a busy machine.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    public static async Task<MutantReading> Of(Original original, Change change, Random random)
    {
        ExtractionResult result;
        try
        {
            result = await Task.Run(() => ReportExtractor.Default.Extract(change.Bytes, new DocumentHints(), default)).WaitAsync(Bound);
        }
        catch (TimeoutException)
        {
            return new MutantReading("hang", [$"no result within {Bound.TotalSeconds} s"]);
        }
#pragma warning disable CA1031 // Any exception is what the property forbids.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new MutantReading("crash", [error.ToString()]);
        }
        if (result.Outcome != ExtractionOutcome.Reports)
            return new MutantReading(result.Reason ?? "none", string.IsNullOrEmpty(result.Reason) || string.IsNullOrEmpty(result.Detail) ? ["an ending without reason or detail"] : []);
        var accepted = result.Reports.Where(report => report.Status == ReviewStatus.Accepted).ToList();
        var spots = accepted.Count == 0 ? null : await Spots.Of(change.Bytes, result.Reading);
        return new MutantReading(
            accepted.Count > 0 ? "accepted" : "review",
            [.. accepted.SelectMany(report => FaultsOf(original, change, report, spots!, result.Reading.MediaType == MediaTypes.Html ? random : null))]);
    }

    private static IEnumerable<string> FaultsOf(Original original, Change change, AnnualReport report, Spots spots, Random? sampling)
    {
        if (original.Report is { } whole && change.Promise.Breach(whole, report) is { } breach)
            yield return breach;
        foreach (var cell in report.Cells.Where(cell => !FollowsFromRaw(cell)))
            yield return $"{cell.Cell} is {cell.Value?.ToString() ?? "null"} but prints '{cell.Raw}'";
        foreach (var cell in Sampled(original, report, sampling).Where(cell => cell.Source is not null))
        {
            var printed = spots.At(cell.Source!);
            if (printed is null || !printed.Contains(Spots.Dense(cell.Raw!), StringComparison.Ordinal))
                yield return $"{cell.Cell} says '{cell.Raw}' but {cell.Source} prints '{printed}'";
        }
    }

    private static bool FollowsFromRaw(CellReading cell) => cell.Raw is null
        ? cell.Value is null && cell.Source is null
        : cell.Source is not null && NumberText.Of(cell.Raw).Value == cell.Value;

    private static IEnumerable<CellReading> Sampled(Original original, AnnualReport report, Random? sampling)
    {
        if (sampling is null)
            return report.Cells;
        var before = original.Report?.Cells.ToDictionary(cell => cell.Cell, cell => cell.Value) ?? [];
        var located = report.Cells.Where(cell => cell.Source is not null).ToArray();
        var other = located.Where(cell => before.GetValueOrDefault(cell.Cell) != cell.Value).Take(SpotsPerPage);
        return other.Concat(sampling.GetItems(located, SpotsPerPage)).Distinct();
    }
}
