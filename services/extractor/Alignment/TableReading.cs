using System.Collections.Immutable;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>What one strategy reads of one table: at most one candidate a cell.</summary>
/// <param name="Contested">Cells for which several places on the page were candidates; the one kept is the likeliest.</param>
public sealed record TableReading(FamilyTable Table, string Rule, CellTable<CandidateCell> Candidates, ImmutableHashSet<FamilyCell> Contested)
{
    /// <summary>Gathers a strategy's candidates of one table and settles which of several for one cell stands.</summary>
    public static TableReading Of(FormFamily family, FamilyTable table, string rule, IEnumerable<CandidateCell> candidates)
    {
        var byCell = candidates.GroupBy(candidate => candidate.Cell).ToList();
        return new TableReading(
            table,
            rule,
            new CellTable<CandidateCell>(family, byCell.Select(group => KeyValuePair.Create(group.Key, Likeliest(group)))),
            [.. byCell.Where(IsContested).Select(group => group.Key)]);
    }

    // Blanks of merged header cells are candidates too: only numbers contest one another.
    private static bool IsContested(IEnumerable<CandidateCell> candidates) => candidates.Count(candidate => !candidate.OtherYear && candidate.Number.IsNumber) > 1;

    // The report year's table before last year's, the better label before the worse, a number before a blank, then the first on the page.
    private static CandidateCell Likeliest(IEnumerable<CandidateCell> candidates) =>
        candidates.OrderBy(candidate => candidate.OtherYear).ThenByDescending(candidate => candidate.LabelSimilarity).ThenByDescending(candidate => candidate.Number.IsNumber).First();
}
