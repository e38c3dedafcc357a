using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Sweeping;

/// <summary>Sends documents again whose message was lost, and ends those that never yield a result as visible failures.</summary>
public sealed class Sweeper(PendingFetches pending, IBus bus, SweepOptions options, TimeProvider clock)
{
    /// <summary>Looks once. Returns how many documents were sent again.</summary>
    /// <param name="everything">True at the start of a process whose messages died with it: what is pending is lost for certain, however fresh.</param>
    public async Task<int> Sweep(bool everything, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var sent = 0;
        var last = 0L;
        while (true)
        {
            var due = await pending.Due(now, everything, last, options.BatchSize, cancellation);
            foreach (var fetch in due)
                sent += await Send(fetch, now, cancellation) ? 1 : 0;
            if (due.Count < options.BatchSize)
                return sent;
            last = due[^1].Id;
        }
    }

    private async Task<bool> Send(PendingFetch fetch, DateTimeOffset now, CancellationToken cancellation)
    {
        if (SweepDecision.GivesUp(fetch.Attempts, options))
        {
            if (await pending.GiveUp(fetch, now, cancellation))
                await bus.Publish(new DocumentSettled { FetchId = fetch.Document.FetchId, Url = fetch.Document.Url, Outcome = ExtractionOutcome.Failed }, cancellation);
            return false;
        }

        // The next attempt is stored first: a crash in between only delays, it never sends in a circle.
        if (!await pending.Postpone(fetch, SweepDecision.NextAttempt(now, fetch.Attempts + 1, options), cancellation))
            return false;
        await bus.Publish(new DocumentFetched { Document = fetch.Document }, cancellation);
        return true;
    }
}
