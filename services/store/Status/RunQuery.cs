using Pipeline.Store.Records;

namespace Pipeline.Store.Status;

/// <summary>What a crawl run yielded.</summary>
public sealed class RunQuery(RecordQuery records)
{
    /// <summary>Current records of the documents that the run checked, new or unchanged: the table at the end of a crawl.</summary>
    public Task<IReadOnlyList<RecordSummary>> Records(Guid run, CancellationToken cancellation) => records.Summaries(new RecordFilter { Run = run }, int.MaxValue, cancellation);
}
