using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Pipeline.Releases.Tables;
using Pipeline.Store.Export;

namespace Pipeline.Releases.Files;

/// <summary>A table as CSV: RFC 4180 in UTF-8, safe to open in a spreadsheet. Without a byte order mark, which readers of Data Packages take for a part of the first name.</summary>
internal sealed class CsvFile : ITableFile
{
    private readonly Stream _output;
    private readonly CsvWriter _csv;

    /// <param name="output">Closed with the file.</param>
    public CsvFile(TableSchema schema, Stream output)
    {
        _output = schema.IsLong ? new GZipStream(output, CompressionLevel.Fastest) : output;
        _csv = CsvWriter.Create(_output, new CsvWriterOptions { WriteByteOrderMark = false }, leaveOpen: true);
        _csv.WriteHeader([.. schema.Columns.Select(column => column.Name)]);
    }

    public async Task Write(RowBatch rows, CancellationToken cancellation)
    {
        var writers = Enumerable.Range(0, rows.Columns.Length).Select(column => Field(rows, column)).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var write in writers)
                write(row);
            await _csv.EndRecordAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        await _output.DisposeAsync();
    }

    private Action<int> Field(RowBatch rows, int column)
    {
        switch (rows.Columns[column].Type)
        {
            case ColumnType.Text:
                var texts = rows.Values<string?>(column).Items;
                return row => _csv.WriteField(SpreadsheetText.Safe(texts[row]));
            case ColumnType.Whole:
                var integers = rows.Values<long?>(column).Items;
                return row => _csv.WriteField(integers[row]);
            case ColumnType.Number:
                var numbers = rows.Values<double?>(column).Items;
                return row => _csv.WriteField(numbers[row]);
            case ColumnType.Day:
                var days = rows.Values<DateOnly?>(column).Items;
                return row => _csv.WriteField(days[row]?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            default:
                var times = rows.Values<DateTime?>(column).Items;
                return row => _csv.WriteField(times[row]?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }
    }
}
