using Pipeline.Store.Sweeping;

namespace Pipeline.Store.Tests.Sweeping;

public sealed class SweepDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Patience_doubles_with_every_attempt() => Assert.Equal(
        [10, 20, 40, 80, 160],
        Enumerable.Range(1, 5).Select(attempts => (int)(SweepDecision.NextAttempt(Now, attempts, new SweepOptions()) - Now).TotalMinutes));

    [Fact]
    public void After_the_set_number_of_attempts_it_gives_up() => Assert.Equal(
        [false, false, true, true],
        Enumerable.Range(1, 4).Select(attempts => SweepDecision.GivesUp(attempts, new SweepOptions { MaxAttempts = 3 })));

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new SweepOptions();

        Assert.Equal((30, 5, 5, 200), (options.Interval.TotalSeconds, options.FirstPatience.TotalMinutes, options.MaxAttempts, options.BatchSize));
    }
}
