using System.Collections.Concurrent;
using Pipeline.Contracts;
using Pipeline.Store.Figures;
using Pipeline.Store.Records;

namespace Pipeline.Web.Explore;

/// <summary>
/// Sums over a whole country take a second or two, and no page waits so long: what takes longer than a moment is made aside, shown as soon as it is there, and kept.
/// What is quick is made anew each time, so that a small database shows every correction at once.
/// </summary>
internal sealed class KeptFigures(FigureQuery figures, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    // Nobody sees in a plot over years what changed within minutes; the crawl is nightly.
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private const int MostKept = 200;

    private readonly ConcurrentDictionary<(CellId, RecordFilter), FigureSums> _slow = new();
    private readonly ConcurrentDictionary<(CellId, RecordFilter), Lazy<Task<FigureSums>>> _running = new();

    // Two at once would only make both slow.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Null while the sums are made for the first time.</summary>
    public async Task<FigureSums?> PerYear(CellId cell, RecordFilter filter, CancellationToken cancellation)
    {
        var key = (cell, filter);
        var kept = _slow.GetValueOrDefault(key);
        if (kept is not null && clock.GetUtcNow() - kept.At < Lasting)
            return kept;
        // The embedded database answers on the caller's thread: aside means on another one.
        var running = _running.GetOrAdd(key, _ => new Lazy<Task<FigureSums>>(() => Task.Run(() => Sum(cell, filter), CancellationToken.None))).Value;
        try
        {
            return await running.WaitAsync(Moment, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return kept is null ? null : kept with { IsOld = true };
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<FigureSums> Sum(CellId cell, RecordFilter filter)
    {
        await _one.WaitAsync();
        try
        {
            var begun = clock.GetTimestamp();
            var sums = new FigureSums(await figures.PerYear(cell, filter, CancellationToken.None), clock.GetUtcNow(), IsOld: false);
            if (clock.GetElapsedTime(begun) > Moment)
                Keep((cell, filter), sums);
            return sums;
        }
        finally
        {
            _one.Release();
            _running.TryRemove((cell, filter), out _);
        }
    }

    private void Keep((CellId, RecordFilter) key, FigureSums sums)
    {
        if (_slow.Count >= MostKept)
            _slow.TryRemove(_slow.MinBy(kept => kept.Value.At).Key, out _);
        _slow[key] = sums;
    }
}
