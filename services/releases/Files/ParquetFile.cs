using System.IO.Compression;
using Parquet;
using Parquet.Schema;
using Pipeline.Releases.Tables;

namespace Pipeline.Releases.Files;

/// <summary>A table as Apache Parquet: a row group a batch.</summary>
internal sealed class ParquetFile : ITableFile
{
    // What the library keeps for reuse between columns; without a bound it keeps the most that it ever needed.
    private const int KeptBytes = 1 << 20;

    private readonly ParquetWriter _writer;
    private readonly DataField[] _fields;
    private readonly Stream _output;

    private ParquetFile(ParquetWriter writer, DataField[] fields, Stream output)
    {
        _writer = writer;
        _fields = fields;
        _output = output;
    }

    /// <param name="output">Seekable; closed with the file.</param>
    public static async Task<ParquetFile> Create(TableSchema schema, Stream output)
    {
        var fields = schema.Columns.Select(Field).ToArray();
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            CompressionLevel = CompressionLevel.Fastest,
            MaximumSmallPoolFreeBytes = KeptBytes,
            MaximumLargePoolFreeBytes = KeptBytes,
        };
        return new ParquetFile(await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>()), output, options), fields, output);
    }

    public async Task Write(RowBatch rows, CancellationToken cancellation)
    {
        using var group = _writer.CreateRowGroup();
        for (var column = 0; column < _fields.Length; column++)
        {
            var field = _fields[column];
            switch (rows.Columns[column].Type)
            {
                case ColumnType.Text:
                    await group.WriteAsync(field, (IReadOnlyCollection<string>)rows.Values<string?>(column).Items);
                    break;
                case ColumnType.Whole:
                    await group.WriteAsync(field, Memory<long?>(rows, column), cancellationToken: cancellation);
                    break;
                case ColumnType.Number:
                    await group.WriteAsync(field, Memory<double?>(rows, column), cancellationToken: cancellation);
                    break;
                case ColumnType.Day:
                    await group.WriteAsync(field, Memory<DateOnly?>(rows, column), cancellationToken: cancellation);
                    break;
                default:
                    await group.WriteAsync(field, Memory<DateTime?>(rows, column), cancellationToken: cancellation);
                    break;
            }
        }

        group.CompleteValidate();
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _output.DisposeAsync();
    }

    private static ReadOnlyMemory<T> Memory<T>(RowBatch rows, int column) => rows.Values<T>(column).Items.AsMemory();

    private static DataField Field(Column column) => column.Type switch
    {
        ColumnType.Text => new DataField<string>(column.Name),
        ColumnType.Whole => new DataField<long?>(column.Name),
        ColumnType.Number => new DataField<double?>(column.Name),
        ColumnType.Day => new DataField<DateOnly?>(column.Name),
        _ => new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Millis, isNullable: true),
    };
}
