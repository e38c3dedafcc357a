using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Tests.Politeness;

public sealed class HostPaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 20, 22, 0, 0, TimeSpan.Zero);
    private static readonly PaceOptions Options = new() { Jitter = 0 };

    [Fact]
    public void A_new_host_is_ready_and_then_waits_the_gap_from_start_to_start()
    {
        var pace = Visit(HostPace.New("x"), Start, Answers.Status(200));
        Assert.Equal(new HostReadiness("x", Start.AddSeconds(1), WaitReason.Gap), pace.Readiness(Start.AddSeconds(0.9), Options));
        Assert.True(pace.Readiness(Start.AddSeconds(1), Options).IsReady);
    }

    [Fact]
    public void Only_so_many_requests_run_at_once()
    {
        var (busy, entry) = HostPace.New("x").Start(Start, Guid.NewGuid(), 0, Options);
        Assert.NotNull(entry.Turn);
        var refused = busy.Start(Start.AddSeconds(5), Guid.NewGuid(), 0, Options).Entry;
        Assert.Null(refused.Turn);
        Assert.Equal(WaitReason.Busy, refused.Readiness.Reason);
        Assert.NotNull(busy.Start(Start.AddSeconds(5), Guid.NewGuid(), 0, Options with { Connections = 2 }).Entry.Turn);
    }

    [Fact]
    public void A_turn_of_a_process_that_died_lapses()
    {
        var (busy, _) = HostPace.New("x").Start(Start, Guid.NewGuid(), 0, Options);
        var later = Start + Options.TurnTime;
        Assert.False(busy.Readiness(later.AddSeconds(-1), Options).IsReady);
        Assert.True(busy.Readiness(later, Options).IsReady);
        Assert.Single(busy.Start(later, Guid.NewGuid(), 0, Options).Next.Turns);
    }

    [Fact]
    public void Jitter_stretches_the_gap_and_never_shortens_it()
    {
        var jittery = new PaceOptions { Jitter = 0.5 };
        foreach (var (spread, seconds) in new[] { (0.0, 1.0), (0.5, 1.25), (1.0, 1.5) })
        {
            var (busy, entry) = HostPace.New("x").Start(Start, Guid.NewGuid(), spread, jittery);
            var pace = busy.End(entry.Turn!.Id, Start, PaceSignal.None, jittery);
            Assert.Equal(Start.AddSeconds(seconds), pace.Readiness(Start, jittery).At);
        }
    }

    [Fact]
    public void Crawl_delay_is_honoured_from_the_last_request_on_and_bounded()
    {
        var pace = Visit(HostPace.New("x"), Start, Answers.Status(200)) with { CrawlDelay = TimeSpan.FromSeconds(5) };
        Assert.Equal(new HostReadiness("x", Start.AddSeconds(5), WaitReason.CrawlDelay), pace.Readiness(Start, Options));
        Assert.Equal(Start.AddSeconds(20), (pace with { CrawlDelay = TimeSpan.FromDays(9) }).Readiness(Start, Options).At);
        Assert.Equal(WaitReason.Gap, (pace with { CrawlDelay = TimeSpan.FromSeconds(0.1) }).Readiness(Start, Options).Reason);
    }

    [Theory]
    [InlineData("90")]
    [InlineData("Tue, 20 Jan 2026 22:01:30 GMT")]
    public void Retry_after_pauses_the_host_in_both_forms(string value)
    {
        var pace = Visit(HostPace.New("x"), Start, Answers.Status(429, ("Retry-After", value)));
        Assert.Equal(new HostReadiness("x", Start.AddSeconds(90), WaitReason.RetryAfter), pace.Readiness(Start, Options));
        Assert.True(pace.Readiness(Start.AddSeconds(90), Options).IsReady);
    }

    [Fact]
    public void A_shorter_pause_does_not_cut_a_longer_one_and_none_is_endless()
    {
        var paused = Visit(HostPace.New("x"), Start, Answers.Status(503, ("Retry-After", "600")));
        var pace = paused.End(Guid.Empty, Start.AddSeconds(1), PaceSignal.Of(Answers.Status(503, ("Retry-After", "2")), Start), Options);
        Assert.Equal(Start.AddSeconds(600), pace.PausedUntil);
        Assert.Equal(Start.AddHours(24), Visit(HostPace.New("x"), Start, Answers.Status(503, ("Retry-After", "999999999"))).PausedUntil);
    }

    [Fact]
    public void A_host_that_we_stopped_reading_from_is_left_alone_until_it_notices()
    {
        var eager = Options with { LeastGap = TimeSpan.Zero };
        var (busy, entry) = HostPace.New("x").Start(Start, Guid.NewGuid(), 0, eager);
        var later = Start.AddSeconds(50);
        var pace = busy.End(entry.Turn!.Id, later, PaceSignal.Of(Answers.Failure(FetchFailure.TooSlow, status: 200) with { Latency = TimeSpan.FromMilliseconds(50) }, later), eager);
        Assert.Equal(new HostReadiness("x", later.AddSeconds(1), WaitReason.BackingOff), pace.Readiness(later, eager));
        Assert.True(pace.Readiness(later.AddSeconds(1), eager).IsReady);
    }

    [Fact]
    public void Strain_doubles_the_gap_and_ease_takes_it_back_step_by_step()
    {
        var pace = HostPace.New("x");
        var gaps = new List<double>();
        foreach (var status in new[] { 503, 429, 503, 200, 304, 404, 200 })
        {
            pace = Visit(pace, Start.AddHours(gaps.Count), Answers.Status(status));
            gaps.Add(pace.Gap(Options).Gap.TotalSeconds);
        }

        Assert.Equal([2, 4, 8, 4, 2, 1, 1], gaps);
    }

    [Fact]
    public void Strain_slows_a_host_even_where_no_gap_was_wanted_and_is_bounded()
    {
        var eager = Options with { LeastGap = TimeSpan.Zero };
        var pace = HostPace.New("x");
        for (var i = 0; i < 30; i++)
            pace = pace.End(Guid.Empty, Start, PaceSignal.Of(Answers.Failure(FetchFailure.Reset), Start), eager);
        Assert.Equal((TimeSpan.FromSeconds(256), WaitReason.BackingOff), pace.Gap(eager));
        Assert.Equal(TimeSpan.FromMinutes(5), pace.Gap(eager with { LeastGap = TimeSpan.FromSeconds(30) }).Gap);
    }

    [Theory]
    [InlineData(FetchFailure.TimedOut, PaceEffect.Strain)]
    [InlineData(FetchFailure.ConnectFailed, PaceEffect.Strain)]
    [InlineData(FetchFailure.TooLarge, PaceEffect.None)]
    [InlineData(FetchFailure.NameUnknown, PaceEffect.None)]
    public void Failures_strain_where_they_speak_of_the_host(FetchFailure failure, PaceEffect effect) => Assert.Equal(effect, PaceSignal.Of(Answers.Failure(failure), Start).Effect);

    [Theory]
    [InlineData(200, PaceEffect.Ease)]
    [InlineData(404, PaceEffect.Ease)]
    [InlineData(403, PaceEffect.Strain)]
    [InlineData(521, PaceEffect.Strain)]
    [InlineData(500, PaceEffect.None)]
    public void Statuses_strain_where_they_speak_of_the_host(int status, PaceEffect effect) => Assert.Equal(effect, PaceSignal.Of(Answers.Status(status), Start).Effect);

    [Fact]
    public void A_slow_host_rests_as_long_as_it_worked_and_recovers()
    {
        var slow = new PaceSignal(PaceEffect.Ease, TimeSpan.FromSeconds(4));
        var pace = HostPace.New("x").End(Guid.Empty, Start, slow, Options);
        Assert.Equal((TimeSpan.FromSeconds(8), WaitReason.SlowHost), pace.Gap(Options));
        for (var i = 0; i < 20; i++)
            pace = pace.End(Guid.Empty, Start, new PaceSignal(PaceEffect.Ease, TimeSpan.FromMilliseconds(20)), Options);
        Assert.Equal((TimeSpan.FromSeconds(1), WaitReason.Gap), pace.Gap(Options));
    }

    [Fact]
    public void Outside_its_hours_a_host_waits_for_them()
    {
        var nightly = Options with { Window = new(new(23, 0), new(6, 0), TimeSpan.FromHours(8)) };
        // 22:00 UTC is six in the morning in China: the window has just closed.
        var readiness = HostPace.New("x").Readiness(Start, nightly);
        Assert.Equal((WaitReason.Window, new DateTimeOffset(2026, 1, 21, 15, 0, 0, TimeSpan.Zero)), (readiness.Reason, readiness.At));
        Assert.True(HostPace.New("x").Readiness(Start.AddSeconds(-1), nightly).IsReady);
    }

    [Fact]
    public void A_request_that_was_long_on_its_way_begins_the_gap_when_it_has_surely_arrived()
    {
        var (busy, entry) = HostPace.New("x").Start(Start, Guid.NewGuid(), 0, Options);
        var answer = Answers.Status(200) with { StartedAt = Start, Latency = TimeSpan.FromSeconds(0.25), Elapsed = TimeSpan.FromSeconds(5) };
        var pace = busy.End(entry.Turn!.Id, Start.AddSeconds(5), PaceSignal.Of(answer, Start), Options);
        Assert.Equal(new HostReadiness("x", Start.AddSeconds(1.25), WaitReason.Gap), pace.Readiness(Start, Options));
        Assert.Equal(Start.AddSeconds(2.25), (pace with { CrawlDelay = TimeSpan.FromSeconds(2) }).Readiness(Start, Options).At);
    }

    [Fact]
    public void A_turn_of_a_dead_process_is_taken_back_and_its_request_counts_as_just_arrived()
    {
        var (busy, _) = HostPace.New("x").Start(Start, Guid.NewGuid(), 0, Options);
        Assert.Same(busy, busy.WithoutDead(Start.AddSeconds(9), _ => false));
        var freed = busy.WithoutDead(Start.AddSeconds(9), _ => true);
        Assert.Equal(new HostReadiness("x", Start.AddSeconds(10), WaitReason.Gap), freed.Readiness(Start.AddSeconds(9), Options));
    }

    private static HostPace Visit(HostPace pace, DateTimeOffset at, FetchResponse answer)
    {
        var (busy, entry) = pace.Start(at, Guid.NewGuid(), 0, Options);
        Assert.NotNull(entry.Turn);
        return busy.End(entry.Turn.Id, at, PaceSignal.Of(answer, at), Options);
    }
}
