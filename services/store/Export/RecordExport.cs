using Dapper;
using Pipeline.Database;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>Writes records out, a page of them in memory at a time. Columns are documented in <c>docs/export.md</c>.</summary>
public sealed class RecordExport(PipelineDatabase database)
{
    private const int PageSize = 200;

    /// <summary>The shape that each format has when none is asked for: a table of cells for spreadsheets, whole records for programs.</summary>
    public static ExportShape DefaultShape(ExportFormat format) => format == ExportFormat.Csv ? ExportShape.Cells : ExportShape.Records;

    /// <summary>Writes to the stream, which stays open. Returns how many records were written.</summary>
    public async Task<long> Write(Stream output, ExportFormat format, ExportShape shape, RecordFilter filter, CancellationToken cancellation)
    {
        await using var lines = ExportLines.Of(output, format, shape);
        var written = 0L;
        await foreach (var record in Pages(filter, cancellation))
        {
            await lines.Write(record, cancellation);
            written++;
        }

        return written;
    }

    private async IAsyncEnumerable<ExportedRecord> Pages(RecordFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (where, values) = FilterSql.Of(filter);
        var last = "";
        while (true)
        {
            values.Add("last", last);
            values.Add("page", PageSize);
            var rows = (await connection.QueryAsync<CurrentRow>(
                $"SELECT {VersionColumns.Columns}, {CurrentRow.RecordColumns}, r.record_key AS RecordKey FROM {CurrentRow.RecordTables} WHERE r.record_key > @last AND {where} ORDER BY r.record_key LIMIT @page",
                values)).ToList();
            long[] ids = [.. rows.Select(row => row.RecordId)];
            var sources = await RecordSources.Of(connection, ids);
            var reviews = (await CellReviews.Of(connection, ids)).ToLookup(review => review.RecordId);
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return ExportedRecord.Of(row.ToRecord(sources[row.RecordId]), reviews[row.RecordId]);
            }

            if (rows.Count < PageSize)
                yield break;
            last = rows[^1].RecordKey;
        }
    }
}
