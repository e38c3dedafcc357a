using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// The order of the columns of a table where only the order of words is left: as one line of headers prints it, else the official one, or
/// the total first where the rows add up that way.
/// </summary>
internal static class ColumnOrder
{
    // A line that names fewer of the columns than this share is no header of them all.
    private const double LeastOfHeader = 0.7;

    /// <returns>Ids of the columns; null when the headers stand in an order of their own that reading order does not tell.</returns>
    public static ImmutableArray<string>? Of(FamilyTable table, ImmutableArray<TokenRun> runs)
    {
        var printed = runs.Select(run => HeaderInOneLine(table, run.Labels)).FirstOrDefault(order => order is not null);
        var official = table.Columns;
        if (table.TotalColumn is not { } total)
            return printed ?? official;
        // A header of two lines that stands in one has the total among its parts, where no row adds up.
        if (printed is { } order && (order.Length != official.Length || order.IndexOf(total) == official.IndexOf(total) || Rows(table, runs) is var figures
            && figures.Count(row => AddsUp(row, order.IndexOf(total))) >= figures.Count(row => AddsUp(row, official.IndexOf(total)))))
            return order;
        ImmutableArray<string> totalFirst = [total, .. official.Where(column => column != total)];
        if (Headers(table, runs) is { } headers && headers.Length == official.Length)
            return headers.SequenceEqual(InTwoLines(table)) || headers.SequenceEqual(official) ? official : headers.SequenceEqual(totalFirst) ? totalFirst : null;
        var rows = Rows(table, runs);
        // Rows that add up either way tell nothing, and a single one that adds up the other way may have lost a number.
        return rows.Count(row => AddsUp(row, 0) && !AddsUp(row, row.Length - 1)) * 2 > rows.Count ? totalFirst : official;
    }

    private static List<decimal[]> Rows(FamilyTable table, ImmutableArray<TokenRun> runs) =>
    [
        .. runs.Where(run => run.Nearest?.As(table, Axis.Row) is not null)
            .Select(run => RowWindows.Cut(run, RowWindow.First, table.Columns.Length)).OfType<ImmutableArray<PageToken>>()
            .Select(cells => cells.Select(cell => cell.Number.Value ?? 0).ToArray())
            .Where(row => row.Any(number => number != 0)),
    ];

    private static bool AddsUp(decimal[] row, int total) => row.Sum() == 2 * row[total];

    // 自然人 | 法人或其他组织 | 总计 over 商业企业 … 其他: the official header in reading order.
    private static IEnumerable<string> InTwoLines(FamilyTable table)
    {
        var below = table.Editions[0].Heads.SelectMany(head => head.Over).ToHashSet(StringComparer.Ordinal);
        return table.Columns.Where(column => !below.Contains(column)).Concat(table.Columns.Where(below.Contains));
    }

    private static ImmutableArray<string> Headers(FamilyTable table, ImmutableArray<TokenRun> runs) =>
        runs.FirstOrDefault(run => run.Nearest?.As(table, Axis.Row)?.Label.Key == table.Rows[0]) is { } first
            ? [.. first.Labels.Where(token => token.KeepsOrder).Select(token => token.As(table, Axis.Column)?.Label.Key).OfType<string>().Distinct()] : [];

    // Two-line headers put 总计 before 商业企业 in reading order: only a header that stands in one line tells.
    private static ImmutableArray<string>? HeaderInOneLine(FamilyTable table, ImmutableArray<PageToken> labels) => labels
        .Select(token => (token.Line, token.As(table, Axis.Column)?.Label.Key))
        .Where(header => header.Key is not null)
        .GroupBy(header => header.Line, header => header.Key!)
        .Select(line => (ImmutableArray<string>?)[.. line])
        .FirstOrDefault(line => line!.Value.Length >= LeastOfHeader * table.Columns.Length
            && (table.TotalColumn is not { } total || line.Value.Contains(total)) && line.Value.Contains(table.Columns[0]) && line.Value.Distinct().Count() == line.Value.Length);
}
