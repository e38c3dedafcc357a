using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
    // A row whose label is not found in its surroundings to this share is not matched at all.
    private const double LeastFound = 0.5;

    // Text around a run longer than this is prose with labels in it.
    private const int LongestContext = 160;

    private static readonly ConditionalWeakTable<FormTable, LabelText[]> Labels = [];

    public string Rule => RuleReasons.SequenceRows;

    public IEnumerable<CandidateCell> Read(PageRuns page) =>
        page.Page.Family.Tables.Where(table => table.Shape == TableShape.Matrix).SelectMany(table => Read(page, table));

    private static IEnumerable<CandidateCell> Read(PageRuns page, FamilyTable table)
    {
        var runs = page.Runs;
        var otherYears = OtherYears(table, runs, page.Page.Year);
        var rows = runs.Select((run, i) => (Cells: RowWindows.Cut(run, RowWindow.First, table.Columns.Length), Context: Context(runs, i), IsOther: otherYears[i]))
            .Where(row => !row.IsOther && row.Cells is not null && row.Context.Length <= LongestContext)
            .Select(row => (Cells: row.Cells!.Value, row.Context))
            .ToImmutableArray();
        if (rows.Length < 2 || page.OrderOf(table) is not { } order)
            return [];
        var known = new Dictionary<LabelText, double[]>();
        var (keys, similarities) = table.Editions.Select(edition => Match([.. rows.Select(row => row.Context)], edition, known)).MaxBy(match => match.Similarities.Sum());
        return rows.SelectMany((row, i) => keys[i] is not { } key ? [] : order.Select((column, c) => (Cell: table.Cell(key, column), Token: row.Cells[c])).Where(found => found.Cell is not null)
            .Select(found => new CandidateCell(found.Cell!, found.Token.Text, found.Token.Number, found.Token.Spot, similarities[i])));
    }

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

    // Longest common subsequence of runs and rows, each pair weighted by how much of the label is found. What was found of a label is kept in known.
    private static (ImmutableArray<string?> Keys, ImmutableArray<double> Similarities) Match(ImmutableArray<string> contexts, FormTable table, Dictionary<LabelText, double[]> known)
    {
        ImmutableArray<string> keys = [.. table.Rows.Select(row => row.Id)];
        var labels = Labels.GetValue(table, static form => [.. form.Rows.Select(row => LabelText.Of(row.Label))]);
        var found = new double[contexts.Length, keys.Length];
        for (var j = 0; j < keys.Length; j++)
        {
            // Editions have most of their labels in common.
            if (!known.TryGetValue(labels[j], out var its))
                known[labels[j]] = its = [.. contexts.Select(context => Found(labels[j], context))];
            for (var i = 0; i < contexts.Length; i++)
                found[i, j] = its[i];
        }

        var best = new double[contexts.Length + 1, keys.Length + 1];
        for (var i = 1; i <= contexts.Length; i++)
        {
            for (var j = 1; j <= keys.Length; j++)
                best[i, j] = Math.Max(best[i - 1, j - 1] + Gain(found[i - 1, j - 1]), Math.Max(best[i - 1, j], best[i, j - 1]));
        }

        return Trace(best, found, keys);
    }

    private static double Found(LabelText label, string context) =>
        label.Core == label.Full ? Found(label.Full, context) : Math.Max(Found(label.Full, context), Found(label.Core, context));

    // A longer label found in the same text explains more of it: 其他处理 before 其他. Most labels share too few letters with most texts to be looked for in order.
    private static double Found(string label, string context)
    {
        if (context.Length == 0)
            return 0;
        var weight = 0.75 + (0.15 * Math.Min(1, (double)label.Length / context.Length));
        return Gain(Similarity.MostOfSubsequence(label, context) * weight) > 0 ? Similarity.OfSubsequence(label, context) * weight : 0;
    }

    private static double Gain(double found) => found >= LeastFound ? found : 0;

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
