using Pipeline.Store.Failures;
using Pipeline.Store.Operations;
using Pipeline.Store.Status;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Operations;

/// <summary>Counts what the operators' page shows, seldom enough that a page left open on every desk costs the database nothing to speak of.</summary>
internal sealed class KeptOverview : IDisposable
{
    /// <summary>As many crawls as a chart shows without scrolling on a phone.</summary>
    private const int Nights = 14;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(15);

    private readonly KeptAnswers<int, Overview> _kept;

    public KeptOverview(StatusQuery status, OperationsQuery operations, FailureQuery failures, TimeProvider clock)
    {
        _kept = new(Count, Moment, Lasting, clock);

        async Task<Overview> Count(int nights) => new(
            [.. (await status.Runs(null, nights, CancellationToken.None)).Reverse()],
            await status.Records(CancellationToken.None),
            await operations.Sources(CancellationToken.None),
            await failures.CountByReason(new FailureFilter(), CancellationToken.None));
    }

    public Task<Kept<Overview>> Get(CancellationToken cancellation) => _kept.Get(Nights, cancellation);

    public void Forget() => _kept.Forget(Nights);

    public void Dispose() => _kept.Dispose();
}
