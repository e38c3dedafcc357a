using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    public static TableReading Of(FormFamily family, FamilyTable table, string rule, IReadOnlyCollection<CandidateCell> candidates)
    {
        var likeliest = new CandidateCell?[family.Cells.Length];
        foreach (var candidate in candidates)
        {
            var index = candidate.Cell.Index;
            likeliest[index] = likeliest[index] is { } kept && !IsLikelier(candidate, kept) ? kept : candidate;
        }

        var cells = new CellTable<CandidateCell>(family, ImmutableCollectionsMarshal.AsImmutableArray(likeliest));
        // Of most tables a strategy sees one place for each cell.
        return candidates.Count == cells.Count ? new TableReading(table, rule, cells, []) : new TableReading(table, rule, cells, Disputed(candidates))
        {
            Rivalled = candidates.Where(candidate => IsRival(candidate, cells[candidate.Cell]!)).Select(candidate => candidate.Cell).Distinct().Count(),
        };
    }

    // Blanks of merged header cells are candidates too: only numbers contest one another.
    private static ImmutableHashSet<FamilyCell> Disputed(IEnumerable<CandidateCell> candidates) =>
    [
        .. candidates.Where(candidate => !candidate.OtherYear && candidate.Number.IsNumber).GroupBy(candidate => candidate.Cell)
            .Where(group => group.Any(candidate => candidate.Number.Value != group.First().Number.Value)).Select(group => group.Key),
    ];

    private static bool IsRival(CandidateCell candidate, CandidateCell kept) => !candidate.OtherYear && candidate.Spot.Block != kept.Spot.Block
        && (candidate.Number.IsNumber || candidate.Number.IsBlank) && candidate.Number.Value != kept.Number.Value;

    // The report year's table before last year's, the better label before the worse, a number before a blank, then the first on the page.
    private static bool IsLikelier(CandidateCell one, CandidateCell other) =>
        one.OtherYear != other.OtherYear ? other.OtherYear
        : one.LabelSimilarity != other.LabelSimilarity ? one.LabelSimilarity > other.LabelSimilarity
        : one.Number.IsNumber && !other.Number.IsNumber;
}
