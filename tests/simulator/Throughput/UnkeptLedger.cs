using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;

namespace Pipeline.Simulator.Tests.Throughput;

/// <summary>Keeps no account of fetches.</summary>
internal sealed class UnkeptLedger : IDocumentLedger
{
    private readonly Guid _run = Guid.NewGuid();

    public Task<OpenRun> RunOpened(string plan, string trigger, DateTimeOffset now, CancellationToken cancellation) => Task.FromResult(new OpenRun(1, _run, now));

    public Task<bool> IsRunOpen(string plan, DateTimeOffset now, CancellationToken cancellation) => Task.FromResult(false);

    public Task RunStarted(CrawlRun run, CancellationToken cancellation) => Task.CompletedTask;

    public Task RunEnded(Guid runId, DateTimeOffset endedAt, CancellationToken cancellation) => Task.CompletedTask;

    public Task Record(FetchRecord fetch, CancellationToken cancellation) => Task.CompletedTask;

    public Task Answered(string url, DateTimeOffset at, CancellationToken cancellation) => Task.CompletedTask;

    public Task SourcesTold(Guid runId, IReadOnlyCollection<SourceResult> sources, CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> IsListed(string url, CancellationToken cancellation) => Task.FromResult(false);

    public Task<IReadOnlyList<DocumentReference>> Pending(DateTimeOffset before, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DocumentReference>>([]);
}
