using Dapper;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>Writes records out, a page of them in memory at a time. Columns are documented in <c>docs/export.md</c>.</summary>
public sealed partial class RecordExport(PipelineDatabase database, IRegionNames regions, ILogger<RecordExport> log)
{
    private const int PageSize = 200;

    /// <summary>The shape that each format has when none is asked for: a table of cells for spreadsheets, whole records for programs.</summary>
    public static ExportShape DefaultShape(ExportFormat format) => format == ExportFormat.Csv ? ExportShape.Cells : ExportShape.Records;

    /// <summary>Writes to the stream, which stays open. A damaged record is left out and named; the others follow.</summary>
    public async Task<ExportTally> Write(Stream output, ExportFormat format, ExportShape shape, RecordFilter filter, CancellationToken cancellation)
    {
        await using var lines = ExportLines.Of(output, format, shape);
        var written = 0L;
        var damaged = new List<DamagedRecord>();
        await foreach (var record in Read(filter, damaged, cancellation))
        {
            await lines.Write(record, cancellation);
            written++;
        }

        StoreInstruments.WasExported(written, damaged.Count);
        return new ExportTally(written, damaged);
    }

    /// <summary>The records themselves, in the order in which exports have them.</summary>
    /// <param name="damaged">Takes the records that are left out.</param>
    public async IAsyncEnumerable<ExportedRecord> Read(RecordFilter filter, ICollection<DamagedRecord> damaged, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = FilterSql.Of(filter);
        var last = "";
        while (true)
        {
            values.Add("last", last);
            values.Add("page", PageSize);
            var rows = (await connection.QueryAsync<CurrentRow>(
                $"SELECT {VersionColumns.Columns}, {CurrentRow.RecordColumns} FROM {CurrentRow.RecordTables} WHERE r.record_key > @last AND {where} ORDER BY r.record_key LIMIT @page",
                values)).ToList();
            long[] ids = [.. rows.Select(row => row.RecordId)];
            var sources = await RecordSources.Of(connection, ids);
            var reviews = (await CellReviews.Of(connection, ids)).ToLookup(review => review.RecordId);
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Decoded(row, sources[row.RecordId], damaged) is { } record)
                    yield return ExportedRecord.Of(record, reviews[row.RecordId], regions);
            }

            if (rows.Count < PageSize)
                yield break;
            last = rows[^1].RecordKey;
        }
    }

    /// <summary>Null for a record that is damaged. Decoding looks at nothing but the row, so whatever goes wrong is wrong with the row.</summary>
    private StoredRecord? Decoded(CurrentRow row, IEnumerable<string> sources, ICollection<DamagedRecord> damaged)
    {
        try
        {
            return row.ToRecord(sources);
        }
        catch (Exception error)
        {
            damaged.Add(new DamagedRecord(row.RecordId, row.Url, error.Message));
            LogDamaged(log, error, row.RecordId, row.Url);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Record {Record} of {Url} is damaged in the database and was left out of an export")]
    private static partial void LogDamaged(ILogger logger, Exception error, long record, string url);
}
