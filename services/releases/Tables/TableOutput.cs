namespace Pipeline.Releases.Tables;

/// <summary>
/// Takes the rows of one table and hands them on to its files in batches, while the next batch is filled. Memory holds two batches, however long the table.
/// </summary>
internal sealed class TableOutput : IAsyncDisposable
{
    // A release of any size holds less than 400 MB: two batches of every table, with what their writers make of them.
    private const int ValuesInBatch = 200_000;

    // Of a wide table: a question pays for every column of each group of rows before it reads a value. Two batches of the records take sixty megabytes.
    private const int LeastRowsInBatch = 4_096;

    private readonly IReadOnlyList<ITableFile> _files;
    private readonly int _capacity;
    private RowBatch _other;
    private Task _writing = Task.CompletedTask;

    public TableOutput(TableSchema schema, IReadOnlyList<ITableFile> files)
    {
        _files = files;
        _capacity = Math.Max(LeastRowsInBatch, ValuesInBatch / schema.Columns.Length);
        Schema = schema;
        // Small tables take little memory: the arrays grow.
        Rows = new RowBatch(schema.Columns, 16);
        _other = new RowBatch(schema.Columns, 16);
    }

    public TableSchema Schema { get; }

    /// <summary>Where to put the values of the next row.</summary>
    public RowBatch Rows { get; private set; }

    /// <summary>Rows so far.</summary>
    public long Count { get; private set; }

    public ValueTask EndRow(CancellationToken cancellation)
    {
        Rows.EndRow();
        Count++;
        return Rows.Count < _capacity ? ValueTask.CompletedTask : new ValueTask(HandOn(cancellation));
    }

    /// <summary>Writes what is left. Without it the files are not whole. No row may follow.</summary>
    public async Task End(CancellationToken cancellation)
    {
        // A table without rows still has its columns.
        if (Rows.Count > 0 || Count == 0)
            await HandOn(cancellation);
        await _writing;
        // Other tables take the memory that this one's batches took.
        (Rows, _other) = (new RowBatch([], 0), new RowBatch([], 0));
    }

    public async ValueTask DisposeAsync()
    {
        // What went wrong with a batch is told by the call that hands on the next one, or by End.
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var file in _files)
            await file.DisposeAsync();
    }

    private async Task HandOn(CancellationToken cancellation)
    {
        await _writing;
        var full = Rows;
        (Rows, _other) = (_other, Rows);
        _writing = Task.Run(() => Write(full, cancellation), cancellation);
    }

    private async Task Write(RowBatch rows, CancellationToken cancellation)
    {
        await Task.WhenAll(_files.Select(file => Task.Run(() => file.Write(rows, cancellation), cancellation)));
        rows.Clear();
        // The texts of a batch that took long to fill are of the oldest generation, which the collector leaves alone until hundreds of megabytes are dead.
        if (_capacity == LeastRowsInBatch)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }
}
