using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Requests;
using Pipeline.Store.Failures;

namespace Pipeline.Store.Replays;

/// <summary>Tries failed documents again: from the snapshot where there is one, else by fetching the address anew.</summary>
public sealed class FailureReplay(FailureQuery failures, FailedFetches fetches, SettledRequests requests, IBus bus)
{
    /// <param name="limit">At most so many, the newest first.</param>
    public async Task<ReplayedFailures> Send(FailureFilter filter, int limit, CancellationToken cancellation)
    {
        var read = 0;
        var fetched = new List<Task>();
        foreach (var failure in await failures.List(filter, limit, cancellation))
        {
            // What could be read before and cannot now has most often lost its bytes.
            if (failure.Stage is "fetch" or "reextraction")
                fetched.Add(await FetchAnew(new Uri(failure.Url), cancellation));
            else if (await fetches.Reopen(failure.FetchId, cancellation) is { } document)
            {
                await bus.Publish(new DocumentFetched { Document = document }, cancellation);
                read++;
            }
        }

        return new ReplayedFailures(read, fetched);
    }

    /// <returns>Ends when the address was fetched and read, or failed again.</returns>
    private async Task<Task> FetchAnew(Uri url, CancellationToken cancellation)
    {
        var request = Guid.NewGuid();
        var settled = requests.Expect(request);
        await bus.Publish(new RefetchRequested { RequestId = request, Url = url }, cancellation);
        return settled;
    }
}

/// <param name="Read">Documents sent to be read again.</param>
/// <param name="Fetched">Addresses sent to be fetched anew: each task ends when its answer is stored.</param>
public sealed record ReplayedFailures(int Read, IReadOnlyList<Task> Fetched);
