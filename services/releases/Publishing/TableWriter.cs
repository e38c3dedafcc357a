using Pipeline.Releases.Tables;
using Pipeline.Store.Export;
using Pipeline.Store.Records;

namespace Pipeline.Releases.Publishing;

/// <summary>Fills tables in one pass over the records.</summary>
internal static class TableWriter
{
    /// <param name="files">Makes the files that take a table's rows.</param>
    /// <param name="damaged">Takes the records that are left out.</param>
    /// <returns>The tables with the number of their rows.</returns>
    public static async Task<IReadOnlyList<(TableSchema Schema, long Rows)>> Write(
        RecordExport export, RecordFilter filter, IReadOnlyList<ReleaseTable> tables, Func<TableSchema, Task<IReadOnlyList<ITableFile>>> files, ICollection<DamagedRecord> damaged, CancellationToken cancellation)
    {
        var outputs = new List<TableOutput>();
        try
        {
            foreach (var table in tables)
                outputs.Add(new TableOutput(table.Schema, await files(table.Schema)));
            await foreach (var record in export.Read(filter, damaged, cancellation))
            {
                for (var table = 0; table < tables.Count; table++)
                    await tables[table].Add(record, outputs[table], cancellation);
            }

            for (var table = 0; table < tables.Count; table++)
            {
                await tables[table].AddRest(outputs[table], cancellation);
                await outputs[table].End(cancellation);
            }

            return [.. outputs.Select(output => (output.Schema, output.Count))];
        }
        finally
        {
            foreach (var output in outputs)
                await output.DisposeAsync();
        }
    }
}
