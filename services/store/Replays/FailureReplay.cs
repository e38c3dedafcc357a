using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Failures;
using Pipeline.Store.Measures;
using Pipeline.Store.Requests;

namespace Pipeline.Store.Replays;

/// <summary>Tries failed documents again: from the snapshot where there is one, else by fetching the address anew.</summary>
public sealed partial class FailureReplay(FailureQuery failures, FailedFetches fetches, SettledRequests requests, CountedPublisher publisher, ReplayRun runs, ILogger<FailureReplay> log)
{
    /// <summary>What is fetched anew is one run, however many documents it is.</summary>
    /// <param name="limit">At most so many, the newest first.</param>
    public async Task<ReplayedFailures> Send(FailureFilter filter, int limit, CancellationToken cancellation)
    {
        var read = 0;
        var fetched = new List<Task>();
        Guid? run = null;
        foreach (var failure in await failures.List(filter, limit, cancellation))
        {
            // What could be read before and cannot now has most often lost its bytes.
            if (failure.Stage is "fetch" or "reextraction")
            {
                run ??= await runs.Begin(cancellation);
                fetched.Add(await FetchAnew(new Uri(failure.Url), run.Value, cancellation));
            }
            else if (await fetches.Reopen(failure.FetchId, cancellation) is { } document)
            {
                await publisher.Publish(new DocumentFetched { Document = document }, document.Url, cancellation);
                StoreInstruments.WasSentAgain("replay");
                read++;
            }
        }

        LogReplayed(log, read, fetched.Count);
        return new ReplayedFailures(read, fetched, run is { } begun ? runs.End(begun, fetched) : Task.CompletedTask);
    }

    /// <returns>Ends when the address was fetched and read, or failed again.</returns>
    private async Task<Task> FetchAnew(Uri url, Guid run, CancellationToken cancellation)
    {
        var request = Guid.NewGuid();
        var settled = requests.Expect(request);
        await publisher.Publish(new RefetchRequested { RequestId = request, Url = url, RunId = run }, url.AbsoluteUri, cancellation);
        StoreInstruments.WasSentAgain("replay");
        return settled;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Failures tried again: {Read} to be read, {Fetched} to be fetched")]
    private static partial void LogReplayed(ILogger logger, int read, int fetched);
}
