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
    public void At_a_start_only_time_tells_whether_a_document_kills_its_process()
    {
        Assert.False(SweepDecision.GivesUpAtStart(99, TimeSpan.FromMinutes(59), new SweepOptions()));
        Assert.False(SweepDecision.GivesUpAtStart(4, TimeSpan.FromDays(1), new SweepOptions()));
        Assert.True(SweepDecision.GivesUpAtStart(5, TimeSpan.FromHours(1), new SweepOptions()));
    }

    [Fact]
    public void While_a_long_queue_moves_only_what_it_has_passed_counts_as_stalled() => Assert.Equal(
        Now.AddHours(-2),
        SweepDecision.Horizon(Now, new LastResult(Now.AddHours(-2), Now.AddSeconds(-1)), new SweepOptions()));

    [Fact]
    public void When_nothing_moves_all_that_is_due_has_stalled()
    {
        Assert.Equal(Now, SweepDecision.Horizon(Now, new LastResult(Now.AddHours(-2), Now.AddMinutes(-5)), new SweepOptions()));
        Assert.Equal(Now, SweepDecision.Horizon(Now, null, new SweepOptions()));
    }

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new SweepOptions();

        Assert.Equal((30, 5, 5, 200), (options.Interval.TotalSeconds, options.FirstPatience.TotalMinutes, options.MaxAttempts, options.BatchSize));
    }
}
