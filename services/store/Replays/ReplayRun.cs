using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Replays;

/// <summary>The one run of everything that a replay fetches anew.</summary>
public sealed partial class ReplayRun(IDocumentLedger ledger, TimeProvider clock, ILogger<ReplayRun> log)
{
    // Whoever waits for more than this waits in vain: a request may be lost with its queue.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async Task<Guid> Begin(CancellationToken cancellation)
    {
        var run = new CrawlRun(Guid.NewGuid(), clock.GetUtcNow(), "replay");
        await ledger.RunStarted(run, cancellation);
        return run.RunId;
    }

    /// <summary>Closes the run when all of it is settled.</summary>
    public async Task End(Guid run, IEnumerable<Task> fetched)
    {
        try
        {
            await Task.WhenAll(fetched).WaitAsync(Longest, clock);
        }
        catch (TimeoutException)
        {
            LogUnsettled(log, run, Longest);
        }

        await ledger.RunEnded(run, clock.GetUtcNow(), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not all that was tried again in run {Run} was settled within {Time}: what stands is listed among the failures")]
    private static partial void LogUnsettled(ILogger logger, Guid run, TimeSpan time);
}
