using Pipeline.Releases.Tables;

namespace Pipeline.Releases.Files;

/// <summary>A table as sheets of a workbook: as many as its rows need, each with a head.</summary>
/// <param name="name">Of the first sheet; the others have a number behind it.</param>
/// <param name="shown">Places of the columns that are shown.</param>
internal sealed class SheetFile(Workbook workbook, string name, TableSchema schema, IReadOnlyList<int> shown) : ITableFile
{
    // What a spreadsheet program can open, with the head.
    private const int MostRows = 1_048_576;

    private Sheet? _sheet;
    private int _sheets;
    private int _rows;

    public Task Write(RowBatch rows, CancellationToken cancellation)
    {
        if (_sheet is null)
            Begin();
        for (var row = 0; row < rows.Count; row++)
        {
            if (_rows == MostRows)
                Begin();
            cancellation.ThrowIfCancellationRequested();
            _sheet!.BeginRow();
            foreach (var column in shown)
                Write(rows, column, row);
            _sheet.EndRow();
            _rows++;
        }

        return Task.CompletedTask;
    }

    // The workbook ends the sheet.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Begin()
    {
        _sheets++;
        _sheet = workbook.Begin(_sheets == 1 ? name : $"{name} {_sheets}");
        _sheet.Row(SheetStyles.Head, shown.Select(column => schema.Columns[column].Name));
        _rows = 1;
    }

    private void Write(RowBatch rows, int column, int row)
    {
        switch (rows.Columns[column].Type)
        {
            case ColumnType.Text:
                _sheet!.Text(rows.Values<string?>(column).Items[row]);
                break;
            case ColumnType.Whole:
                _sheet!.Number(rows.Values<long?>(column).Items[row]);
                break;
            case ColumnType.Number:
                _sheet!.Number(rows.Values<double?>(column).Items[row]);
                break;
            case ColumnType.Day:
                _sheet!.Day(rows.Values<DateOnly?>(column).Items[row]);
                break;
            default:
                _sheet!.Text(rows.Values<DateTime?>(column).Items[row]?.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
