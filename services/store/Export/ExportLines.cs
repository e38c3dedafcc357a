namespace Pipeline.Store.Export;

/// <summary>Writes records to a stream in one format and shape; disposing writes what is buffered and leaves the stream open.</summary>
internal abstract class ExportLines : IAsyncDisposable
{
    public static ExportLines Of(Stream output, ExportFormat format, ExportShape shape) => (format, shape) switch
    {
        (ExportFormat.Csv, ExportShape.Cells) => new CellCsv(output),
        (ExportFormat.Csv, _) => new RecordCsv(output),
        (_, ExportShape.Cells) => new CellJsonl(output),
        _ => new RecordJsonl(output),
    };

    public abstract Task Write(ExportedRecord exported, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
