using Pipeline.Store.Export;

namespace Pipeline.Releases.Tables;

/// <summary>One table of a release. Another table is another class, and a line in <see cref="ReleaseTables"/>.</summary>
internal abstract class ReleaseTable
{
    public abstract TableSchema Schema { get; }

    /// <summary>Adds the rows that a record gives; records come in the order of site, body and year.</summary>
    public virtual ValueTask Add(ExportedRecord record, TableOutput output, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Adds the rows that hang on no single record, when the last one has been added.</summary>
    public virtual Task AddRest(TableOutput output, CancellationToken cancellation) => Task.CompletedTask;
}
