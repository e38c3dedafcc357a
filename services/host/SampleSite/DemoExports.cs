using Pipeline.Host.Composition;
using Pipeline.Host.Storing;
using Pipeline.Store.Export;
using Pipeline.Store.Records;

namespace Pipeline.Host.SampleSite;

/// <summary>Writes both exports beside the database.</summary>
internal static class DemoExports
{
    public static string Records(DataFolder data) => Path.Combine(data.Exports, "records.jsonl");

    public static string Cells(DataFolder data) => Path.Combine(data.Exports, "cells.csv");

    public static async Task Write(DataFolder data, RunningHost host, CancellationToken cancellation)
    {
        var export = host.Get<RecordExport>();
        await ExportFile.Write(Records(data), file => export.Write(file, ExportFormat.Jsonl, ExportShape.Records, new RecordFilter(), cancellation));
        await ExportFile.Write(Cells(data), file => export.Write(file, ExportFormat.Csv, ExportShape.Cells, new RecordFilter(), cancellation));
    }
}
