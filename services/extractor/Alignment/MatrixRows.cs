using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>Follows a table in which every row has every column through the runs of a page: a run behind a row label is a row; a number behind a column label one cell of it.</summary>
/// <param name="columns">Ids of the columns in the order of the numbers; null when that is unknown, then only single cells are read.</param>
internal sealed class MatrixRows(FormFamily family, FamilyTable table, int? reportYear, ImmutableArray<string>? columns) : IRowFollower
{
    private bool _otherYear;
    private bool _inTable;
    private LabelMatch? _row;

    public ExpectedRow? Next(TokenRun run)
    {
        Observe(run.Labels);
        if (SingleCell(run) is { } single)
            return single;
        // 总计 and 其他 head columns too, of this table and of others: they are rows only below a row that is none but itself.
        if (run.Nearest?.As(table, Axis.Row) is not { } label || (label.Label.IsCommon && !_inTable))
            return null;
        _inTable = true;
        return columns is { } order && Row(label.Label.Key, order) is { } cells ? new ExpectedRow(cells, label.Similarity, _otherYear) : null;
    }

    private ImmutableArray<FamilyCell>? Row(string row, ImmutableArray<string> order) =>
        order.All(column => table.Has(row, column)) ? [.. order.Select(column => table.Cell(row, column)!)] : null;

    // 自然人:71 in a row's own line.
    private ExpectedRow? SingleCell(TokenRun run)
    {
        if (run.Cells is not [{ Kind: TokenKind.Value } or { IsNamed: true }] || _row is null || run.Nearest?.As(table, Axis.Column) is not { } column)
            return null;
        return table.Cell(_row.Label.Key, column.Label.Key) is { } cell ? new ExpectedRow([cell], Math.Min(_row.Similarity, column.Similarity), _otherYear) : null;
    }

    private void Observe(ImmutableArray<PageToken> labels)
    {
        if (labels.Any(token => token.As(table, Axis.Head) is not null || IsOfAnother(token)))
            (_inTable, _row) = (false, null);
        if (labels.Length > 0 && labels[^1].As(table, Axis.Row)?.Label.Key == table.Rows[0])
            _otherYear = labels.Any(token => token.Kind == TokenKind.Text && OtherYear.IsNamed(token.Text, reportYear));
        // The row that a line of its own or several labels begin: never the last, which is the column of a single cell.
        for (var i = 0; i < labels.Length - 1; i++)
            _row = labels[i].As(table, Axis.Row) ?? _row;
    }

    // Labels of another table end this one: its column 总计 could else be taken for a single cell of the last row.
    private bool IsOfAnother(PageToken token) => family.Tables.Any(other => other != table && (other.Shape == TableShape.SideBySide
        ? token.As(other, Axis.Group) is not null || token.As(other, Axis.Row) is not null || (token.As(other, Axis.Column) is { } column && !table.Has(table.Rows[0], column.Label.Key))
        : token.As(other, Axis.Row) is not null));
}
