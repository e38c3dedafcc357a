using Pipeline.Store.Dashboard;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Operations;

/// <summary>Counts what the operators' pages show, seldom enough that a page left open on every desk costs the database nothing to speak of.</summary>
internal sealed class CachedOverview(OverviewQuery query, TimeProvider clock) : IDisposable
{
    /// <summary>As many crawls as a chart shows without scrolling on a phone.</summary>
    private const int Nights = 14;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(15);

    private readonly AnswerCache<int, Overview> _kept = new(nights => query.Read(nights, CancellationToken.None), Moment, Lasting, clock);

    public Task<Cached<Overview>> Get(CancellationToken cancellation) => _kept.Get(Nights, cancellation);

    /// <summary>After what changes the counts.</summary>
    public void Forget() => _kept.Forget(Nights);

    public void Dispose() => _kept.Dispose();
}
