using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Releases.Tables;

/// <summary>The shape of a released table.</summary>
/// <param name="Name">Of the table and, with an ending, of its files.</param>
/// <param name="Key">Columns that together name a row; empty where nothing does.</param>
public sealed record TableSchema(string Name, LocalizedText Title, ImmutableArray<Column> Columns, ImmutableArray<string> Key)
{
    /// <summary>Column whose values are those of <c>records.record_id</c>; null where there is none.</summary>
    public string? RecordColumn { get; init; }

    /// <summary>Whether its CSV is compressed: a table of millions of rows would fill a disk.</summary>
    public bool IsLong { get; init; }

    /// <summary>Name of its CSV file, which is plain text or gzip.</summary>
    public string CsvFile => IsLong ? $"{Name}.csv.gz" : $"{Name}.csv";

    public string ParquetFile => $"{Name}.parquet";
}
