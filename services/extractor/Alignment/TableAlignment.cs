using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Runs every strategy over the page and makes of each table the best reading, its gaps filled from the others.</summary>
public static class TableAlignment
{
    private static readonly ImmutableArray<IReadingStrategy> Strategies = [new GridHeaders(), TokenOrder.BehindLabels, TokenOrder.AtLineEnds];

    public static ImmutableArray<AlignedTable> Align(PageTokens page)
    {
        var claims = Strategies.Select(strategy => (strategy.Rule, Claims: strategy.Read(page).ToList())).ToList();
        return
        [
            .. Enum.GetValues<FormTable>().Select(table => Settle(table,
                ReadingContest.Rank(claims.Select(reading => TableReading.Of(table, reading.Rule, reading.Claims))))),
        ];
    }

    private static AlignedTable Settle(FormTable table, ImmutableArray<TableReading> ranked)
    {
        var cells = ImmutableDictionary.CreateBuilder<CellId, AlignedCell>();
        var used = new HashSet<Locator>();
        foreach (var reading in ranked)
        {
            // A table cut in two may need one strategy for its head and another for its rest, but no spot is the value of two cells.
            foreach (var (cell, claim) in reading.Claims.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
            {
                if (!cells.ContainsKey(cell) && used.Add(claim.Source))
                    cells[cell] = Judge(cell, claim, reading, ranked);
            }
        }

        return new AlignedTable(table, cells.ToImmutable());
    }

    private static AlignedCell Judge(CellId cell, Claim claim, TableReading reading, ImmutableArray<TableReading> ranked)
    {
        var others = ranked.Where(other => other != reading).Select(other => other.Claims.GetValueOrDefault(cell)).OfType<Claim>().ToList();
        var agreeing = others.Count(other => other.Source == claim.Source);
        return new AlignedCell(claim, reading.Rule, agreeing, others.Count - agreeing, reading.Contested.Contains(cell));
    }
}
