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
        var likeliest = new CandidateCell?[family.Cells.Length];
        var numbers = new int[family.Cells.Length];
        foreach (var candidate in candidates)
        {
            var index = candidate.Cell.Index;
            likeliest[index] = likeliest[index] is { } kept && !IsLikelier(candidate, kept) ? kept : candidate;
            // Blanks of merged header cells are candidates too: only numbers contest one another.
            numbers[index] += !candidate.OtherYear && candidate.Number.IsNumber ? 1 : 0;
        }

        return new TableReading(table, rule, new CellTable<CandidateCell>(family, likeliest.OfType<CandidateCell>().Select(candidate => KeyValuePair.Create(candidate.Cell, candidate))),
            [.. family.Cells.Where(cell => numbers[cell.Index] > 1)]);
    }

    // The report year's table before last year's, the better label before the worse, a number before a blank, then the first on the page.
    private static bool IsLikelier(CandidateCell one, CandidateCell other) =>
        one.OtherYear != other.OtherYear ? other.OtherYear
        : one.LabelSimilarity != other.LabelSimilarity ? one.LabelSimilarity > other.LabelSimilarity
        : one.Number.IsNumber && !other.Number.IsNumber;
}
