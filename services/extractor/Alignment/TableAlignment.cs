using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Runs every strategy over the page and makes of each table the best reading, its gaps filled from the others.</summary>
public static class TableAlignment
{
    private static readonly ImmutableArray<IReadingStrategy> Strategies = [new GridHeaders(), TokenOrder.BehindLabels, TokenOrder.AtLineEnds, new RowSequence()];

    public static AlignedPage Align(PageTokens page)
    {
        var claims = Strategies.Select(strategy => (strategy.Rule, Claims: strategy.Read(page).ToList())).ToList();
        ImmutableArray<AlignedTable> tables =
        [
            .. Enum.GetValues<FormTable>().Select(table => Settle(table, IsNamed(page, table),
                ReadingContest.Rank(claims.Select(reading => TableReading.Of(table, reading.Rule, reading.Claims))))),
        ];
        var otherYears = claims.SelectMany(reading => reading.Claims).Where(claim => claim.OtherYear).Select(claim => claim.Spot).ToHashSet();
        return new AlignedPage(tables, Unexplained(page, tables, otherYears));
    }

    // Numbers between the first and the last that were read and that are neither read nor another year's: something there was not understood.
    private static int Unexplained(PageTokens page, ImmutableArray<AlignedTable> tables, HashSet<(Locator, int)> otherYears)
    {
        var claims = tables.SelectMany(table => table.Cells.Values).Select(cell => cell.Claim).ToList();
        if (claims.Count == 0)
            return 0;
        var sources = claims.Select(claim => claim.Spot).ToHashSet();
        var (first, last) = (claims.Min(claim => claim.Block), claims.Max(claim => claim.Block));
        return TokenRun.Of(page.Tokens).Where(run => run.Block >= first && run.Block <= last && IsOfTheForm(run))
            .SelectMany(run => run.Cells)
            .Count(cell => cell.Kind == TokenKind.Value && !sources.Contains(cell.Spot) && !otherYears.Contains(cell.Spot));
    }

    // Behind a label of the form, or as many as a row of it: other tables among the statutory ones explain themselves.
    private static bool IsOfTheForm(TokenRun run) => run.Nearest?.Kind == TokenKind.Label || run.Cells.Length >= ApplicantOrder.Official.Length - 2;

    private static bool IsNamed(PageTokens page, FormTable table) =>
        page.Tokens.Any(token => token.Labels.Any(match => match.Label.Table == table && match.Label.Axis != Axis.Group && match.Label.Text.Core.Length > 2 && match.Similarity > 0.9));

    private static AlignedTable Settle(FormTable table, bool isNamed, ImmutableArray<TableReading> ranked)
    {
        var cells = ImmutableDictionary.CreateBuilder<CellId, AlignedCell>();
        var used = new HashSet<(Locator, int)>();
        foreach (var reading in ranked)
        {
            // A table cut in two may need one strategy for its head and another for its rest, but no spot is the value of two cells.
            foreach (var (cell, claim) in reading.Claims.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
            {
                if (!cells.ContainsKey(cell) && used.Add(claim.Spot))
                    cells[cell] = Judge(cell, claim, reading, ranked);
            }
        }

        return new AlignedTable(table, cells.ToImmutable(), isNamed);
    }

    private static AlignedCell Judge(CellId cell, Claim claim, TableReading reading, ImmutableArray<TableReading> ranked)
    {
        var others = ranked.Where(other => other != reading).Select(other => other.Claims.GetValueOrDefault(cell)).OfType<Claim>().ToList();
        var agreeing = others.Count(other => other.Spot == claim.Spot);
        return new AlignedCell(claim, reading.Rule, agreeing, others.Count - agreeing, reading.Contested.Contains(cell));
    }
}
