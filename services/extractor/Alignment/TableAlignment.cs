using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Sections;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>Runs every strategy over the page and makes of each table the best reading, its gaps filled from the others.</summary>
internal static partial class TableAlignment
{
    // Below it a text may resemble a label by chance.
    private const double SureLabel = 0.9;

    // One number of this year among so many of others is no table of this year.
    private const int LeastOfTheYear = 4;

    // All but one in so many are most.
    private const int MostOf = 3;

    private static readonly ImmutableArray<IReadingStrategy> Strategies = [new GridHeaders(), TokenOrder.BehindLabels, TokenOrder.AtLineEnds, new RowSequence(), new ListColumns(), new ListLines()];

    public static AlignedPage Align(PageTokens page)
    {
        var runs = new PageRuns(page);
        var candidates = Strategies.Select(strategy => (strategy.Rule, Cells: strategy.Read(runs).ToList())).ToList();
        var ranker = new ReadingRanker(page.Family);
        var beforeFigures = BeforeFigures(page);
        ImmutableArray<AlignedTable> tables =
        [
            .. page.Family.Tables.Select(table => Settle(runs, table, Named(page, table, Axis.Row).Union(beforeFigures.Where(match => match.Label.Table == table).Select(match => match.Label.Key)), Named(page, table, Axis.Column),
                ranker.Rank(OfTheYear(candidates, table).Where(reading => reading.Cells.Count > 0).Select(reading => TableReading.Of(page.Family, table, reading.Rule, reading.Cells))))),
        ];
        return new AlignedPage(page.Family, tables, Unexplained(runs, tables, candidates));
    }

    // A table printed twice: the way that leads to the number of a cell leads to the same number elsewhere.
    private static IEnumerable<TokenSpot> Copies(List<(string Rule, List<CandidateCell> Cells)> readings, ImmutableArray<AlignedTable> tables)
    {
        var settled = tables.SelectMany(table => table.Cells).ToDictionary(pair => pair.Key, pair => pair.Value.Candidate);
        return readings.SelectMany(reading => reading.Cells.GroupBy(candidate => candidate.Cell))
            .Where(candidates => settled.TryGetValue(candidates.Key, out var kept) && candidates.Any(candidate => candidate.Spot == kept.Spot))
            .SelectMany(candidates => candidates.Where(candidate => candidate.Number.Value == settled[candidates.Key].Number.Value))
            .Select(candidate => candidate.Spot);
    }

    // Last year's table must fill no gap of this year's; where nothing else stands on the page, its caption is taken for a mistake.
    private static IEnumerable<(string Rule, List<CandidateCell> Cells)> OfTheYear(List<(string Rule, List<CandidateCell> Cells)> readings, FamilyTable table)
    {
        var of = readings.Select(reading => (reading.Rule, Cells: reading.Cells.FindAll(candidate => table.Has(candidate.Cell)))).ToList();
        var others = of.SelectMany(reading => reading.Cells).Where(candidate => candidate.OtherYear).Select(candidate => candidate.Spot).ToHashSet();
        if (others.Count == 0)
            return of;
        // A dash is as good a sign of this year's table as a number; an empty place may be a merged cell's.
        var printed = of.SelectMany(reading => reading.Cells).Where(candidate => candidate.Raw.Length > 0 && (candidate.Number.IsNumber || candidate.Number.IsBlank)).DistinctBy(candidate => candidate.Spot).ToList();
        var isThere = printed.Count(candidate => !candidate.OtherYear) * LeastOfTheYear >= printed.Count;
        // What one strategy sees above a number is a doubt for the others, which see less.
        return of.Select(reading => (reading.Rule, reading.Cells.Where(candidate => !isThere || !candidate.OtherYear).Select(candidate => others.Contains(candidate.Spot) ? candidate with { OtherYear = true } : candidate).ToList()));
    }

    // Numbers between the first and the last that were read and that are neither read nor known to be others: something there was not understood.
    private static int Unexplained(PageRuns runs, ImmutableArray<AlignedTable> tables, List<(string Rule, List<CandidateCell> Cells)> readings)
    {
        var page = runs.Page;
        var candidates = tables.SelectMany(table => table.Cells.Values).Select(cell => cell.Candidate).ToList();
        var sources = candidates.Select(candidate => candidate.Spot).ToHashSet();
        var left = runs.Runs.Where(run => IsOfTheForm(run, page)).SelectMany(run => run.Cells.Where(cell => cell.Kind == TokenKind.Value && !sources.Contains(cell.Spot)), (run, cell) => (run.Block, cell.Spot)).ToList();
        // Of most pages every number is read.
        if (left.Count == 0 || candidates.Count == 0)
            return 0;
        var (first, last) = StatisticalPart(page, candidates);
        var otherYears = readings.SelectMany(reading => reading.Cells).Where(candidate => candidate.OtherYear).Select(candidate => candidate.Spot);
        HashSet<TokenSpot> explained = [.. otherYears, .. Copies(readings, tables), .. ForeignColumns.Spots(page), .. ListColumns.Others(page)];
        return left.Count(number => number.Block >= first && number.Block <= last && !explained.Contains(number.Spot));
    }

    // From the heading of the first section with a table to the one behind the last, and at least from the first number read to the last.
    private static (int First, int Last) StatisticalPart(PageTokens page, List<CandidateCell> candidates)
    {
        var headings = ReportSections.HeadingsOf(page.Blocks, page.Family);
        var sections = page.Family.Headings.Sections;
        var ofTables = page.Family.Tables.Select(table => sections.IndexOf(table.Section)).ToList();
        return (
            Math.Min(candidates.Min(candidate => candidate.Spot.Block), headings.TryGetValue(sections[ofTables.Min()], out var start) ? page.FirstBlock + start : int.MaxValue),
            Math.Max(candidates.Max(candidate => candidate.Spot.Block), headings.TryGetValue(sections.ElementAtOrDefault(ofTables.Max() + 1) ?? string.Empty, out var end) ? page.FirstBlock + end : -1));
    }

    // Behind a label of the form, set apart on a line of text, or as many as a row of it: other tables among the statutory ones explain themselves.
    private static bool IsOfTheForm(TokenRun run, PageTokens page) =>
        run.Nearest is { } nearest && (nearest.Kind == TokenKind.Label || (nearest.Line == run.Cells[0].Line && page.Blocks[run.Block - page.FirstBlock] is TextBlock)) || run.Cells.Length >= page.Family.RowWidth - 2;

    private static ImmutableHashSet<string> Named(PageTokens page, FamilyTable table, Axis axis)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in page.Tokens)
        {
            if (token.As(table, axis) is { Similarity: > SureLabel, Label.IsCommon: false } match)
                named.Add(match.Label.Key);
        }

        return [.. named];
    }

    private static ImmutableArray<LabelMatch> BeforeFigures(PageTokens page) =>
    [
        .. page.Tokens.Where(token => !token.IsCell).Select(token => FigureBehindWords().Match(token.Text)).Where(row => row.Success)
            .SelectMany(row => page.Family.Lexicon.Match(row.Groups["words"].Value)).Where(match => match is { Similarity: > SureLabel, Label: { Axis: Axis.Row, IsCommon: false } }),
    ];

    // 行政事业性收费0万元 in one piece, which nobody took apart.
    [GeneratedRegex(@"^(?<words>[^\d，。；]{2,40}?)[：:\s]*[+-]?\d[\d,.]*\s*\D{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex FigureBehindWords();

    private static AlignedTable Settle(PageRuns runs, FamilyTable table, ImmutableHashSet<string> namedRows, ImmutableHashSet<string> namedColumns, ImmutableArray<RankedReading> ranked)
    {
        var family = runs.Page.Family;
        var cells = new AlignedCell?[family.Cells.Length];
        var used = new HashSet<TokenSpot>();
        foreach (var reading in ranked.Select(rank => rank.Reading))
        {
            // A table cut in two may need one strategy for its head and another for its rest, but no spot is the value of two cells.
            foreach (var (cell, candidate) in reading.Candidates)
            {
                if (cells[cell.Index] is null && used.Add(candidate.Spot))
                    cells[cell.Index] = Judge(cell, candidate, reading, ranked);
            }
        }

        return new AlignedTable(table, new CellTable<AlignedCell>(family, ImmutableCollectionsMarshal.AsImmutableArray(cells)), namedRows, namedColumns, ForeignRows.AreAmong(runs, used), [.. ranked.Select(rank => rank.Reading)]);
    }

    private static AlignedCell Judge(FamilyCell cell, CandidateCell candidate, TableReading reading, ImmutableArray<RankedReading> ranked)
    {
        var (agreeing, dissenting) = (0, 0);
        foreach (var other in ranked)
        {
            if (ReferenceEquals(other.Reading, reading) || other.Reading.Candidates[cell] is not { } its)
                continue;
            agreeing += its.Spot == candidate.Spot ? 1 : 0;
            dissenting += !other.IsRefuted && IsDissent(its, candidate, other.Reading) ? 1 : 0;
        }

        return new AlignedCell(candidate, reading.Rule, agreeing, dissenting, reading.Contested.Contains(cell), IsDisplaced(cell, candidate, reading, ranked));
    }

    // What the labels of both sides lead to is empty, in a table of which they lead to most that is read. Where there are sums, they tell more.
    private static bool IsDisplaced(FamilyCell cell, CandidateCell candidate, TableReading reading, ImmutableArray<RankedReading> ranked)
    {
        if (!candidate.Number.IsNumber || reading.Table.Equations.Any(equations => !equations.IsEmpty) || ranked.FirstOrDefault(rank => rank.Reading.Rule == RuleReasons.GridHeaders)?.Reading is not { } byLabels
            || byLabels.Candidates[cell] is not { Number.IsBlank: true } place || place.Spot == candidate.Spot)
            return false;
        var numbers = reading.Candidates.Where(pair => pair.Value.Number.IsNumber).ToList();
        return numbers.Count(pair => byLabels.Candidates[pair.Key]?.Spot == pair.Value.Spot) * MostOf >= numbers.Count * (MostOf - 1);
    }

    // Another spot with the same number leaves the place in doubt, but not the value. A blank elsewhere speaks against a number only when
    // it comes from a reading that makes something else of the number: merged cells leave blanks that are nobody's.
    private static bool IsDissent(CandidateCell other, CandidateCell candidate, TableReading reading) =>
        other.Spot != candidate.Spot && other.Number.Value != candidate.Number.Value
        && (other.Number.IsNumber || !candidate.Number.IsNumber || reading.Candidates.Values.Any(its => its.Spot == candidate.Spot));
}
