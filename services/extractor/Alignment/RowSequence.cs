using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Reads a table in which every row has every column where labels are broken over lines or mixed with others: the rows of numbers and the rows of the form stand in the
/// same order, and of all ways to match them the one whose labels are found best in the text around the numbers is taken.
/// </summary>
internal sealed class RowSequence : IReadingStrategy
{
    // Text around a run longer than this is prose with labels in it.
    private const int LongestContext = 160;

    public string Rule => RuleReasons.SequenceRows;

    public IEnumerable<CandidateCell> Read(PageRuns page) =>
        page.Page.Family.Tables.Where(table => table.Shape == TableShape.Matrix).SelectMany(table => Read(page, table));

    private static IEnumerable<CandidateCell> Read(PageRuns page, FamilyTable table)
    {
        var runs = page.Runs;
        var otherYears = OtherYears(table, runs, page.Page.Year);
        var rows = Enumerable.Range(0, runs.Length).Where(i => !otherYears[i])
            .Select(i => (Cells: RowWindows.Cut(runs[i], RowWindow.First, table.Columns.Length), Run: i)).Where(row => row.Cells is not null)
            .Select(row => (Cells: row.Cells!.Value, Context: Context(runs, row.Run))).Where(row => row.Context.Length <= LongestContext)
            .ToImmutableArray();
        if (rows.Length < 2 || page.OrderOf(table) is not { } order)
            return [];
        var labels = RowLabels.Of(table);
        ImmutableArray<ImmutableArray<double>> shares = [.. rows.Select(row => labels.In(row.Context))];
        var (best, found) = table.Editions.Select((edition, e) => (Edition: edition, Found: Match(shares, edition, labels.Rows[e]))).MaxBy(match => match.Found.Similarities.Sum());
        var (keys, similarities) = (WithForced(found.Keys, best, [.. rows.Select(row => row.Context)]), found.Similarities);
        return rows.SelectMany((row, i) => keys[i] is not { } key ? [] : order.Select((column, c) => (Cell: table.Cell(key, column), Token: row.Cells[c])).Where(found => found.Cell is not null)
            .Select(found => new CandidateCell(found.Cell!, found.Token.Text, found.Token.Number, found.Token.Spot, similarities[i])));
    }

    // A scan leaves little of a short label. Where one row of the form is missing between its neighbours, and one row of numbers, and something of its label is there, the place tells.
    private static ImmutableArray<string?> WithForced(ImmutableArray<string?> keys, FormTable table, ImmutableArray<string> contexts)
    {
        var forced = keys.ToBuilder();
        for (var i = 1; i + 1 < keys.Length; i++)
        {
            if (keys[i] is null && keys[i - 1] is { } above && keys[i + 1] is { } below && RowAfter(table, above) is { } row && RowAfter(table, row.Id)?.Id == below && LabelText.Of(row.Label).Core.AsSpan().ContainsAny(contexts[i]))
                forced[i] = row.Id;
        }

        return forced.ToImmutable();
    }

    private static FormRow? RowAfter(FormTable table, string key) => table.Rows.SkipWhile(row => row.Id != key).Skip(1).FirstOrDefault();

    // A caption that names another year holds for its table, from one first row to the next.
    private static bool[] OtherYears(FamilyTable table, ImmutableArray<TokenRun> runs, int? year)
    {
        var isOther = false;
        return
        [
            .. runs.Select(run => isOther = run.Nearest?.As(table, Axis.Row)?.Label.Key == table.Rows[0]
                ? run.Labels.Any(token => token.Kind == TokenKind.Text && OtherYear.IsNamed(token.Text, year))
                : isOther),
        ];
    }

    // The label may begin before its numbers and end behind them.
    private static string Context(ImmutableArray<TokenRun> runs, int index)
    {
        var before = string.Concat(runs[index].Labels.TakeLast(4).Select(token => token.Text));
        var behind = index + 1 < runs.Length ? runs[index + 1].Labels.FirstOrDefault() : null;
        return LabelText.FullOf(before + (behind is { Kind: TokenKind.Text } ? behind.Text : string.Empty));
    }

    // Longest common subsequence of runs and rows, each pair weighted by how much of the label is found.
    private static (ImmutableArray<string?> Keys, ImmutableArray<double> Similarities) Match(ImmutableArray<ImmutableArray<double>> shares, FormTable table, ImmutableArray<int> labels)
    {
        ImmutableArray<string> keys = [.. table.Rows.Select(row => row.Id)];
        var found = new double[shares.Length, keys.Length];
        var best = new double[shares.Length + 1, keys.Length + 1];
        for (var i = 1; i <= shares.Length; i++)
        {
            for (var j = 1; j <= keys.Length; j++)
            {
                found[i - 1, j - 1] = shares[i - 1][labels[j - 1]];
                best[i, j] = Math.Max(best[i - 1, j - 1] + found[i - 1, j - 1], Math.Max(best[i - 1, j], best[i, j - 1]));
            }
        }

        return Trace(best, found, keys);
    }

    private static (ImmutableArray<string?>, ImmutableArray<double>) Trace(double[,] best, double[,] found, ImmutableArray<string> keys)
    {
        var (i, j) = (found.GetLength(0), found.GetLength(1));
        var matched = new string?[i];
        var similarities = new double[i];
        while (i > 0 && j > 0)
        {
            if (best[i, j] == best[i - 1, j])
            {
                i--;
            }
            else if (best[i, j] == best[i, j - 1])
            {
                j--;
            }
            else
            {
                (i, j) = (i - 1, j - 1);
                (matched[i], similarities[i]) = (keys[j], found[i, j]);
            }
        }

        return ([.. matched], [.. similarities]);
    }
}
