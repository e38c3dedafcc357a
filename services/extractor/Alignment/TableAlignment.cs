using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Runs every strategy over the page and makes of each table the best reading, its gaps filled from the others.</summary>
public static class TableAlignment
{
    // Below it a text may resemble a label by chance.
    private const double SureLabel = 0.9;

    // One number of this year among so many of others is no table of this year.
    private const int LeastOfTheYear = 4;

    private static readonly ImmutableArray<IReadingStrategy> Strategies = [new GridHeaders(), TokenOrder.BehindLabels, TokenOrder.AtLineEnds, new RowSequence()];

    public static AlignedPage Align(PageTokens page)
    {
        var claims = Strategies.Select(strategy => (strategy.Rule, Claims: strategy.Read(page).ToList())).ToList();
        ImmutableArray<AlignedTable> tables =
        [
            .. Enum.GetValues<TableName>().Select(table => Settle(table, Named(page, table, Axis.Row), Named(page, table, Axis.Column),
                ReadingContest.Rank(OfTheYear(claims, table).Select(reading => TableReading.Of(table, reading.Rule, reading.Claims))))),
        ];
        var otherYears = claims.SelectMany(reading => reading.Claims).Where(claim => claim.OtherYear).Select(claim => claim.Spot);
        return new AlignedPage(tables, Unexplained(page, tables, [.. otherYears, .. Copies(claims, tables), .. ForeignColumns.Spots(page)]));
    }

    // A table printed twice: the way that leads to the number of a cell leads to the same number elsewhere.
    private static IEnumerable<(int, Locator, int)> Copies(List<(string Rule, List<Claim> Claims)> readings, ImmutableArray<AlignedTable> tables)
    {
        var settled = tables.SelectMany(table => table.Cells).ToDictionary(pair => pair.Key, pair => pair.Value.Claim);
        return readings.SelectMany(reading => reading.Claims.GroupBy(claim => claim.Cell))
            .Where(claims => settled.TryGetValue(claims.Key, out var kept) && claims.Any(claim => claim.Spot == kept.Spot))
            .SelectMany(claims => claims.Where(claim => claim.Number.Value == settled[claims.Key].Number.Value))
            .Select(claim => claim.Spot);
    }

    // Last year's table must fill no gap of this year's; where nothing else stands on the page, its caption is taken for a mistake.
    private static IEnumerable<(string Rule, IEnumerable<Claim> Claims)> OfTheYear(List<(string Rule, List<Claim> Claims)> readings, TableName table)
    {
        var of = readings.Select(reading => (reading.Rule, Claims: reading.Claims.Where(claim => claim.Table == table).ToList())).ToList();
        // A dash is as good a sign of this year's table as a number; an empty place may be a merged cell's.
        var printed = of.SelectMany(reading => reading.Claims).Where(claim => claim.Raw.Length > 0 && (claim.Number.IsNumber || claim.Number.IsBlank)).DistinctBy(claim => claim.Spot).ToList();
        var isThere = printed.Count(claim => !claim.OtherYear) * LeastOfTheYear >= printed.Count;
        return of.Select(reading => (reading.Rule, isThere ? reading.Claims.Where(claim => !claim.OtherYear) : reading.Claims));
    }

    // Numbers between the first and the last that were read and that are neither read nor known to be others: something there was not understood.
    private static int Unexplained(PageTokens page, ImmutableArray<AlignedTable> tables, HashSet<(int, Locator, int)> explained)
    {
        var claims = tables.SelectMany(table => table.Cells.Values).Select(cell => cell.Claim).ToList();
        if (claims.Count == 0)
            return 0;
        var sources = claims.Select(claim => claim.Spot).ToHashSet();
        var (first, last) = StatisticalPart(page, claims);
        return TokenRun.Of(page.Tokens).Where(run => run.Block >= first && run.Block <= last && IsOfTheForm(run))
            .SelectMany(run => run.Cells)
            .Count(cell => cell.Kind == TokenKind.Value && !sources.Contains(cell.Spot) && !explained.Contains(cell.Spot));
    }

    // From the heading of section two to that of section five, and at least from the first number read to the last.
    private static (int First, int Last) StatisticalPart(PageTokens page, List<Claim> claims)
    {
        var headings = ReportSections.HeadingsOf(page.Blocks);
        return (
            Math.Min(claims.Min(claim => claim.Block), headings.TryGetValue("disclosure", out var start) ? page.FirstBlock + start : int.MaxValue),
            Math.Max(claims.Max(claim => claim.Block), headings.TryGetValue("problems", out var end) ? page.FirstBlock + end : -1));
    }

    // Behind a label of the form, or as many as a row of it: other tables among the statutory ones explain themselves.
    private static bool IsOfTheForm(TokenRun run) => run.Nearest?.Kind == TokenKind.Label || run.Cells.Length >= ApplicantOrder.Official.Length - 2;

    // 总计 and 其他 name rows and columns of several tables and so none for sure.
    private static ImmutableHashSet<string> Named(PageTokens page, TableName table, Axis axis) =>
    [
        .. page.Tokens.Select(token => token.As(table, axis)).OfType<LabelMatch>()
            .Where(match => match.Similarity > SureLabel && match.Label.Text.Core is not ("总计" or "其他"))
            .Select(match => match.Label.Key),
    ];

    private static AlignedTable Settle(TableName table, ImmutableHashSet<string> namedRows, ImmutableHashSet<string> namedColumns, ImmutableArray<TableReading> ranked)
    {
        var cells = ImmutableDictionary.CreateBuilder<CellId, AlignedCell>();
        var used = new HashSet<(int, Locator, int)>();
        var dissenters = ranked.Where(reading => !ReadingContest.IsRefuted(reading)).ToImmutableHashSet();
        foreach (var reading in ranked)
        {
            // A table cut in two may need one strategy for its head and another for its rest, but no spot is the value of two cells.
            foreach (var (cell, claim) in reading.Claims.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
            {
                if (!cells.ContainsKey(cell) && used.Add(claim.Spot))
                    cells[cell] = Judge(cell, claim, reading, ranked, dissenters);
            }
        }

        return new AlignedTable(table, cells.ToImmutable(), namedRows, namedColumns, ranked);
    }

    private static AlignedCell Judge(CellId cell, Claim claim, TableReading reading, ImmutableArray<TableReading> ranked, ImmutableHashSet<TableReading> dissenters)
    {
        var others = ranked.Where(other => other != reading).Select(other => (Reading: other, Claim: other.Claims.GetValueOrDefault(cell))).Where(other => other.Claim is not null).ToList();
        var agreeing = others.Count(other => other.Claim!.Spot == claim.Spot);
        return new AlignedCell(claim, reading.Rule, agreeing, others.Count(other => dissenters.Contains(other.Reading) && IsDissent(other.Claim!, claim, other.Reading)), reading.Contested.Contains(cell));
    }

    // Another spot with the same number leaves the place in doubt, but not the value. A blank elsewhere speaks against a number only when
    // it comes from a reading that makes something else of the number: merged cells leave blanks that are nobody's.
    private static bool IsDissent(Claim other, Claim claim, TableReading reading) =>
        other.Spot != claim.Spot && other.Number.Value != claim.Number.Value
        && (other.Number.IsNumber || !claim.Number.IsNumber || reading.Claims.Values.Any(its => its.Spot == claim.Spot));
}
