using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Faults.Tests;

/// <summary>Waits for what other processes bring about, says every while what it sees, and fails after its limit with what was awaited and what was there instead.</summary>
/// <param name="say">Hears how it stands.</param>
/// <param name="circumstances">More to say when the limit is over.</param>
internal sealed class Patience(Action<string> say, Func<Task<string>> circumstances)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(15);

    /// <param name="awaited">What is awaited, as a clause: "every document is settled".</param>
    /// <param name="look">Null while nothing can be seen.</param>
    public async Task<T> Until<T>(string awaited, TimeSpan limit, Func<Task<T?>> look, Predicate<T> isThere)
        where T : class
    {
        var (clock, said) = (Stopwatch.StartNew(), TimeSpan.Zero);
        while (true)
        {
            var seen = await look();
            if (seen is not null && isThere(seen))
                return seen;
            if (clock.Elapsed >= limit)
                Assert.Fail($"Awaited for {Seconds(limit)} that {awaited}; seen: {seen?.ToString() ?? "nothing"}. {await circumstances()}");
            if (clock.Elapsed - said >= BetweenWords)
                say($"waiting for {Seconds(said = clock.Elapsed)} that {awaited}; seen: {seen?.ToString() ?? "nothing"}");
            await Task.Delay(BetweenLooks);
        }
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");
}
