using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Measures;
using Pipeline.Store.Requests;

namespace Pipeline.Store.Sweeping;

/// <summary>Sends documents again whose message was lost, and ends those that never yield a result as visible failures.</summary>
public sealed partial class Sweeper(PendingFetches pending, ReextractionRequests requests, CountedPublisher publisher, SweepOptions options, TimeProvider clock, ILogger<Sweeper> log)
{
    // About as many as a process has in its hands when it dies: one of them may be what killed it.
    private const int Suspects = 16;

    // The slowest document takes under a minute, the slowest fetch with its retries some more; an answer that has not come by then will not come.
    private static readonly TimeSpan RequestPatience = TimeSpan.FromMinutes(15);

    /// <summary>Looks once. Returns how many documents were sent again.</summary>
    /// <param name="everything">True at the start of a process whose messages died with the last one: what is pending is lost for certain, however fresh.</param>
    public async Task<int> Sweep(bool everything, CancellationToken cancellation)
    {
        // A request is no work that must be done: who asked is told, and asks again.
        await requests.GiveUp(everything ? clock.GetUtcNow() : clock.GetUtcNow() - RequestPatience, cancellation);
        return everything ? await SendAll(cancellation) : await SendStalled(cancellation);
    }

    private async Task<int> SendStalled(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var horizon = SweepDecision.Horizon(now, await pending.LastResult(cancellation), options);
        var sent = 0;
        while (true)
        {
            var due = await pending.Due(horizon, options.BatchSize, cancellation);
            foreach (var fetch in due)
            {
                if (SweepDecision.GivesUp(fetch.Attempts, options))
                    await GiveUp(fetch, now, cancellation);
                // The next attempt is stored first: a crash in between only delays, it never sends in a circle.
                else if (await pending.Postpone(fetch, SweepDecision.NextAttempt(now, fetch.Attempts + 1, options), cancellation))
                    sent += await Send(fetch, cancellation);
            }

            if (due.Count < options.BatchSize)
                return sent;
        }
    }

    // Those that were sent most often come last, so that a document that kills its process lets the others pass first.
    private async Task<int> SendAll(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await pending.PostponeAll(now + options.FirstPatience, cancellation);
        var waiting = await pending.Waiting(cancellation);
        // Counted before the first is sent: it may be the last thing that this process does.
        await pending.Suspect([.. waiting.Take(Suspects)], cancellation);
        var sent = 0;
        foreach (var batch in waiting.Chunk(options.BatchSize))
        {
            foreach (var fetch in await pending.Read(batch, cancellation))
            {
                if (SweepDecision.GivesUpAtStart(fetch.Attempts, now - fetch.Document.Facts.FetchedAt, options))
                    await GiveUp(fetch, now, cancellation);
                else
                    sent += await Send(fetch, cancellation);
            }
        }

        return sent;
    }

    private async Task GiveUp(PendingFetch fetch, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await pending.GiveUp(fetch, now, cancellation))
            return;
        using var scope = log.BeginDocument(fetch.Document);
        StoreInstruments.WasGivenUp();
        LogGaveUp(log, fetch.Document.Url, fetch.Attempts + 1);
    }

    private async Task<int> Send(PendingFetch fetch, CancellationToken cancellation)
    {
        using var scope = log.BeginDocument(fetch.Document);
        await publisher.Publish(new DocumentFetched { Document = fetch.Document }, fetch.Document.Url, cancellation);
        StoreInstruments.WasSentAgain("sweep");
        LogSent(log, fetch.Document.Url, fetch.Attempts + 1);
        return 1;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Url} is sent again, for the {Attempt}. time")]
    private static partial void LogSent(ILogger logger, string url, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Url} gave no result after {Attempts} attempts and is given up")]
    private static partial void LogGaveUp(ILogger logger, string url, int attempts);
}
