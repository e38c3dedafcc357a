namespace Pipeline.Releases.Tables;

/// <summary>A file that takes the rows of one table, a batch at a time. Disposing ends the file.</summary>
internal interface ITableFile : IAsyncDisposable
{
    Task Write(RowBatch rows, CancellationToken cancellation);
}
