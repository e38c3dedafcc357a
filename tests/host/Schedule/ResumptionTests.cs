using Pipeline.Crawler.Tests;
using Pipeline.Host.Schedule;

namespace Pipeline.Host.Tests.Schedule;

public sealed class ResumptionTests
{
    [Fact]
    public async Task What_broke_off_goes_on_after_pauses_that_double_up_to_a_minute()
    {
        var pauses = new List<TimeSpan>();
        var clock = new SkippingClock();
        var start = clock.GetUtcNow();

        await Resumption.UntilDone(
            pause =>
            {
                pauses.Add(pause);
                return Task.FromResult(pauses.Count == 7);
            },
            clock,
            default);

        Assert.Equal([5, 10, 20, 40, 60, 60, 60], pauses.Select(pause => pause.TotalSeconds));
        Assert.True(clock.GetUtcNow() - start >= TimeSpan.FromSeconds(5 + 10 + 20 + 40 + 60 + 60));
    }

    [Fact]
    public async Task A_process_that_stops_does_not_wait_for_the_pause()
    {
        using var stop = new CancellationTokenSource();

        var going = Resumption.UntilDone(_ => Task.FromResult(false), TimeProvider.System, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => going);
    }
}
