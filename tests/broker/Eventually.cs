namespace Pipeline.Broker.Tests;

/// <summary>Waits for what other processes bring about.</summary>
internal static class Eventually
{
    // Only a failure takes that long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task Is<T>(T expected, Func<Task<T>> actual)
    {
        var end = TimeProvider.System.GetTimestamp();
        T seen;
        while (!Equals(seen = await actual(), expected) && TimeProvider.System.GetElapsedTime(end) < Patience)
            await Task.Delay(100);
        Assert.Equal(expected, seen);
    }
}
