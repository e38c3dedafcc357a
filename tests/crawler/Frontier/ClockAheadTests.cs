using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Crawler.Tests.Frontier;

public sealed class SqliteClockAheadTests : ClockAheadTests<Sqlite>;

public sealed class PostgresClockAheadTests : ClockAheadTests<Postgres>;

/// <summary>What a process wrote whose clock was years ahead shuts no site out.</summary>
public abstract class ClockAheadTests<TEngine> : FrontierTest<TEngine>
    where TEngine : IEngine, new()
{
    private const long Run = 1;

    private static readonly TimeSpan Years = TimeSpan.FromDays(5 * 365);

    [Fact]
    public async Task A_pace_of_years_ahead_is_forgotten_and_the_host_asked()
    {
        var ahead = Clock.GetUtcNow() + Years;
        var pace = HostPace.New("a") with { Turns = [new PaceTurn("a", Guid.NewGuid(), ahead)], LastStart = ahead, LastSeen = ahead, PausedUntil = ahead, PauseReason = WaitReason.RetryAfter, Strain = 2 };
        await new SqlHostPaces(await Process(), Clock).Change("a", _ => (pace, 0), default);

        var gate = new HostGate(new SqlHostPaces(await Process(), Clock), _ => new() { Jitter = 0 }, Clock);
        await gate.Leave(await gate.Enter("a", default), PaceSignal.None);

        var read = await new SqlHostPaces(await Process(), Clock).Read("a", default);
        Assert.True(read.LastStart <= Clock.GetUtcNow());
        Assert.Equal((2, (DateTimeOffset?)null), (read.Strain, read.PausedUntil));
    }

    [Fact]
    public async Task A_pause_of_a_day_that_the_host_asked_for_is_kept()
    {
        var until = Clock.GetUtcNow().AddHours(24);
        await new SqlHostPaces(await Process(), Clock).Change("a", pace => (pace with { PausedUntil = until, PauseReason = WaitReason.RetryAfter }, 0), default);

        var readiness = await new HostGate(new SqlHostPaces(await Process(), Clock), _ => new(), Clock).Readiness("a", default);

        Assert.Equal((WaitReason.RetryAfter, until), (readiness.Reason, readiness.At));
    }

    [Fact]
    public async Task Hosts_and_addresses_put_off_for_years_are_visited()
    {
        var frontier = await Process();
        var (urls, leases) = (new UrlFrontier(frontier, Clock), new HostLeases(frontier, Clock));
        var seed = KnownUrl.Seed(new Uri("http://www.x.gov.cn/"), "s");
        await urls.Open(Run, ["s"], [seed], explores: false, default);
        await urls.Postpone(seed, seed.Url, seed.Score, Clock.GetUtcNow() + Years, "a clock that was ahead", isAttempt: true, default);
        Assert.Single(await leases.Claim(Run, 1, default));
        await leases.Release(seed.Host, Clock.GetUtcNow() + Years, default);

        Assert.Single(await leases.Claim(Run, 1, default));
        Assert.Single(await urls.Best(Run, seed.Host, 1, default));
    }
}
