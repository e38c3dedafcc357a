namespace Pipeline.Host.Schedule;

/// <summary>Goes on with what broke off, after pauses that double: a database restarts within seconds, a full disk waits for a person.</summary>
internal static class Resumption
{
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <param name="attempt">Given the pause that follows if it breaks off; false when it did.</param>
    public static async Task UntilDone(Func<TimeSpan, Task<bool>> attempt, TimeProvider clock, CancellationToken cancellation)
    {
        for (var pause = FirstPause; !await attempt(pause); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            await Task.Delay(pause, clock, cancellation);
    }
}
