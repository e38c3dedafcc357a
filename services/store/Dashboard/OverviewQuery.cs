using Pipeline.Store.Failures;
using Pipeline.Store.Status;

namespace Pipeline.Store.Dashboard;

/// <summary>Counts the whole database for those who run the pipeline.</summary>
public sealed class OverviewQuery(StatusQuery status, OperationsQuery operations, FailureQuery failures)
{
    /// <param name="nights">How many of the last crawls to tell about.</param>
    public async Task<Overview> Read(int nights, CancellationToken cancellation)
    {
        // Beside each other, and on threads of their own because the embedded database answers on the caller's: people wait for the slowest and not for all.
        var runs = Task.Run(() => status.Runs(null, nights, crawlsOnly: true, cancellation), cancellation);
        var records = Task.Run(() => status.Records(cancellation), cancellation);
        var sources = Task.Run(() => operations.Sources(cancellation), cancellation);
        var standing = Task.Run(() => failures.CountByReason(new FailureFilter(), cancellation), cancellation);
        await Task.WhenAll(runs, records, sources, standing);
        return new Overview([.. (await runs).Reverse()], await records, await sources, await standing);
    }
}
