using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>What one strategy reads of one table: at most one claim a cell.</summary>
/// <param name="Contested">Cells that several places on the page claimed; the claim kept is the likeliest.</param>
public sealed record TableReading(TableName Table, string Rule, ImmutableDictionary<CellId, Claim> Claims, ImmutableHashSet<CellId> Contested)
{
    /// <summary>Gathers a strategy's claims on one table and settles which of several on one cell stands.</summary>
    public static TableReading Of(TableName table, string rule, IEnumerable<Claim> claims)
    {
        var byCell = claims.Where(claim => claim.Table == table).GroupBy(claim => claim.Cell).ToList();
        return new TableReading(
            table,
            rule,
            byCell.ToImmutableDictionary(group => group.Key, Likeliest),
            [.. byCell.Where(IsContested).Select(group => group.Key)]);
    }

    // Blanks of merged header cells claim cells too: only numbers contest one another.
    private static bool IsContested(IEnumerable<Claim> claims) => claims.Count(claim => !claim.OtherYear && claim.Number.IsNumber) > 1;

    // The report year's table before last year's, the better label before the worse, a number before a blank, then the first on the page.
    private static Claim Likeliest(IEnumerable<Claim> claims) =>
        claims.OrderBy(claim => claim.OtherYear).ThenByDescending(claim => claim.LabelSimilarity).ThenByDescending(claim => claim.Number.IsNumber).First();
}
