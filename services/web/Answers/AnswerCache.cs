using System.Collections.Concurrent;

namespace Pipeline.Web.Answers;

/// <summary>
/// What takes the database longer than a moment is made aside, shown as soon as it is there, and kept the longer the more it cost; then the old is shown until the new is there.
/// What is quick is made anew each time, so that a small database shows every change at once.
/// </summary>
/// <param name="moment">How long a page may wait.</param>
/// <param name="lasting">How long an answer is new at most.</param>
public sealed class AnswerCache<TKey, TAnswer>(Func<TKey, Task<TAnswer>> make, TimeSpan moment, TimeSpan lasting, TimeProvider clock) : IDisposable
    where TKey : notnull
{
    private const int MostKept = 200;

    // Pages left open all day take a twentieth of the database's time at most, and what was barely slow is new again within seconds.
    private const int Rest = 20;

    private readonly ConcurrentDictionary<TKey, (Cached<TAnswer> Answer, DateTimeOffset Until)> _slow = new();
    private readonly ConcurrentDictionary<TKey, Lazy<Task<Cached<TAnswer>>>> _running = new();

    // Two at once would only make both slow.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The answer; where none is kept, however long it takes.</summary>
    public async Task<Cached<TAnswer>> Get(TKey key, CancellationToken cancellation)
    {
        if (IsNew(key, out var kept))
            return kept!;
        var running = Running(key);
        return await Soon(kept, running, cancellation) ?? await running.WaitAsync(cancellation);
    }

    /// <summary>The answer after a moment at most; null while it is made for the first time.</summary>
    public async Task<Cached<TAnswer>?> Soon(TKey key, CancellationToken cancellation) => IsNew(key, out var kept) ? kept : await Soon(kept, Running(key), cancellation);

    private bool IsNew(TKey key, out Cached<TAnswer>? kept)
    {
        (kept, var until) = _slow.GetValueOrDefault(key);
        return kept is not null && clock.GetUtcNow() < until;
    }

    private async Task<Cached<TAnswer>?> Soon(Cached<TAnswer>? kept, Task<Cached<TAnswer>> running, CancellationToken cancellation)
    {
        try
        {
            return await running.WaitAsync(moment, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return kept is null ? null : kept with { IsOld = true };
        }
    }

    /// <summary>Lets the next answer be made anew: somebody has just changed what it tells.</summary>
    public void Forget(TKey key) => _slow.TryRemove(key, out _);

    public void Dispose() => _one.Dispose();

    // The embedded database answers on the caller's thread: aside means on another one.
    private Task<Cached<TAnswer>> Running(TKey key) => _running.GetOrAdd(key, _ => new Lazy<Task<Cached<TAnswer>>>(() => Task.Run(() => Make(key), CancellationToken.None))).Value;

    private async Task<Cached<TAnswer>> Make(TKey key)
    {
        await _one.WaitAsync();
        try
        {
            var begun = clock.GetTimestamp();
            var made = new Cached<TAnswer>(await make(key), clock.GetUtcNow(), IsOld: false);
            var cost = clock.GetElapsedTime(begun);
            if (cost > moment)
                Keep(key, made, cost * Rest);
            return made;
        }
        finally
        {
            _one.Release();
            _running.TryRemove(key, out _);
        }
    }

    private void Keep(TKey key, Cached<TAnswer> made, TimeSpan rest)
    {
        if (_slow.Count >= MostKept)
            _slow.TryRemove(_slow.MinBy(kept => kept.Value.Answer.At).Key, out _);
        _slow[key] = (made, made.At + (rest < lasting ? rest : lasting));
    }
}
