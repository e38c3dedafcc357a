using Pipeline.Contracts;
using Pipeline.Store.Figures;
using Pipeline.Store.Records;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary>Sums over a whole country take a second or two: they are kept, for the page and the API alike.</summary>
internal sealed class CachedFigures(FigureQuery figures, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    // Nobody sees in a plot over years what changed within minutes; the crawl is nightly.
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private readonly AnswerCache<(CellId Cell, RecordFilter Filter), IReadOnlyList<YearFigure>> _kept =
        new(key => figures.PerYear(key.Cell, key.Filter, CancellationToken.None), Moment, Lasting, clock);

    /// <summary>Null while the sums are made for the first time.</summary>
    public Task<Cached<IReadOnlyList<YearFigure>>?> Soon(CellId cell, RecordFilter filter, CancellationToken cancellation) => _kept.Soon((cell, filter), cancellation);

    public async Task<IReadOnlyList<YearFigure>> PerYear(CellId cell, RecordFilter filter, CancellationToken cancellation) => (await _kept.Get((cell, filter), cancellation)).Answer;

    public void Dispose() => _kept.Dispose();
}
