using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;

namespace Pipeline.Simulator.Tests.Throughput;

/// <summary>Keeps no account of fetches.</summary>
internal sealed class UnkeptLedger : IDocumentLedger
{
    public Task RunStarted(CrawlRun run, CancellationToken cancellation) => Task.CompletedTask;

    public Task RunEnded(Guid runId, DateTimeOffset endedAt, CancellationToken cancellation) => Task.CompletedTask;

    public Task Record(FetchRecord fetch, CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> IsListed(string url, CancellationToken cancellation) => Task.FromResult(false);

    public Task<IReadOnlyList<DocumentReference>> Pending(DateTimeOffset before, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DocumentReference>>([]);
}
