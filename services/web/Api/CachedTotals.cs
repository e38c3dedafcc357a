using Pipeline.Bodies.Names;
using Pipeline.Contracts;
using Pipeline.Store.Totals;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary>Totals over a country take a second or two: they are kept, for the pages and the API alike.</summary>
internal sealed class CachedTotals(TotalsQuery totals, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    // As for figures: the crawl is nightly.
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private readonly AnswerCache<(CellId Cell, string Within, int Digits, BodyKind? Kind), IReadOnlyList<Total>> _kept =
        new(key => totals.Of(key.Cell, key.Within, key.Digits, key.Kind, CancellationToken.None), Moment, Lasting, clock);

    /// <summary>Null while the sums are made for the first time.</summary>
    public Task<Cached<IReadOnlyList<Total>>?> Soon(CellId cell, string within, int digits, BodyKind? kind, CancellationToken cancellation) => _kept.Soon((cell, within, digits, kind), cancellation);

    public async Task<IReadOnlyList<Total>> Of(CellId cell, string within, int digits, BodyKind? kind, CancellationToken cancellation) => (await _kept.Get((cell, within, digits, kind), cancellation)).Answer;

    public void Dispose() => _kept.Dispose();
}
