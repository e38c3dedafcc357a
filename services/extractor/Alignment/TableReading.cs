using System.Collections.Immutable;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>What one strategy reads of one table: at most one candidate a cell.</summary>
/// <param name="Contested">Cells for which places on the page with different numbers were candidates; the one kept is the likeliest.</param>
public sealed record TableReading(FamilyTable Table, string Rule, CellTable<CandidateCell> Candidates, ImmutableHashSet<FamilyCell> Contested)
{
    /// <summary>Cells for which fewer than these have other values elsewhere: a row of another table.</summary>
    private const int LeastRivals = 5;

    /// <summary>Cells for which another table of the page, with the same labels, shows something else, blanks included: which of the tables is the report's, its labels do not say.</summary>
    public int Rivalled { get; private init; }

    /// <summary>Whether as many cells as half a table have such rivals.</summary>
    public bool HasRival => Rivalled >= LeastRivals && Rivalled * 2 >= Candidates.Count;

    /// <summary>Gathers a strategy's candidates of one table and settles which of several for one cell stands.</summary>
    public static TableReading Of(FormFamily family, FamilyTable table, string rule, IEnumerable<CandidateCell> candidates)
    {
        var likeliest = new CandidateCell?[family.Cells.Length];
        var numbers = new decimal?[family.Cells.Length];
        var isContested = new bool[family.Cells.Length];
        var all = candidates.ToList();
        foreach (var candidate in all)
        {
            var index = candidate.Cell.Index;
            likeliest[index] = likeliest[index] is { } kept && !IsLikelier(candidate, kept) ? kept : candidate;
            // Blanks of merged header cells are candidates too: only numbers contest one another.
            if (!candidate.OtherYear && candidate.Number.IsNumber)
                isContested[index] |= (numbers[index] ??= candidate.Number.Value) != candidate.Number.Value;
        }

        return new TableReading(table, rule, new CellTable<CandidateCell>(family, likeliest.OfType<CandidateCell>().Select(candidate => KeyValuePair.Create(candidate.Cell, candidate))),
            [.. family.Cells.Where(cell => isContested[cell.Index])])
        {
            Rivalled = all.Where(candidate => IsRival(candidate, likeliest[candidate.Cell.Index]!)).Select(candidate => candidate.Cell.Index).Distinct().Count(),
        };
    }

    private static bool IsRival(CandidateCell candidate, CandidateCell kept) => !candidate.OtherYear && candidate.Spot.Block != kept.Spot.Block
        && (candidate.Number.IsNumber || candidate.Number.IsBlank) && candidate.Number.Value != kept.Number.Value;

    // The report year's table before last year's, the better label before the worse, a number before a blank, then the first on the page.
    private static bool IsLikelier(CandidateCell one, CandidateCell other) =>
        one.OtherYear != other.OtherYear ? other.OtherYear
        : one.LabelSimilarity != other.LabelSimilarity ? one.LabelSimilarity > other.LabelSimilarity
        : one.Number.IsNumber && !other.Number.IsNumber;
}
