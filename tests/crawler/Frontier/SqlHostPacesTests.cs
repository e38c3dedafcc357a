using Dapper;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Politeness;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Crawler.Tests.Frontier;

public sealed class SqliteHostPacesTests : SqlHostPacesTests<Sqlite>;

public sealed class PostgresHostPacesTests : SqlHostPacesTests<Postgres>;

public abstract class SqlHostPacesTests<TEngine> : FrontierTest<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task A_pause_that_a_host_asked_for_outlives_the_process_that_was_asked()
    {
        var gate = await Gate();
        await gate.Leave(await gate.Enter("a", default), PaceSignal.Of(Answers.Status(503, ("Retry-After", "600")), Clock.GetUtcNow()));
        await gate.SetCrawlDelay("a", TimeSpan.FromSeconds(7), default);

        var after = await (await Gate()).Readiness("a", default);

        Assert.Equal(WaitReason.RetryAfter, after.Reason);
        Assert.InRange((after.At - Clock.GetUtcNow()).TotalSeconds, 599.9, 600.1);
        Clock.Advance(TimeSpan.FromSeconds(601));
        Assert.True((await (await Gate()).Readiness("a", default)).IsReady);
    }

    [Fact]
    public async Task Everything_that_is_known_of_a_pace_comes_back()
    {
        var now = Clock.GetUtcNow();
        var pace = HostPace.New("a") with
        {
            Turns = [new PaceTurn("a", Guid.NewGuid(), now.AddMinutes(6)), new PaceTurn("a", Guid.NewGuid(), now.AddMinutes(5)) { Owner = "other machine/12/9" }],
            LastStart = now, LastSeen = now.AddSeconds(1), PausedUntil = now.AddHours(1), PauseReason = WaitReason.RetryAfter, CrawlDelay = TimeSpan.FromSeconds(2.5),
            Latency = TimeSpan.FromMilliseconds(120), Strain = 3, Spread = 0.25,
        };
        await new SqlHostPaces(await Process(), Clock).Change("a", _ => (pace, 0), default);

        var read = await new SqlHostPaces(await Process(), Clock).Read("a", default);

        Assert.Equal(pace.Turns, read.Turns);
        Assert.Equal(pace with { Turns = read.Turns }, read);
    }

    [Fact]
    public async Task Processes_that_ask_at_once_go_one_by_one()
    {
        var inside = 0;
        var gates = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Gate(TimeProvider.System, TimeSpan.Zero)));
        await Task.WhenAll(gates.Select(async gate =>
        {
            for (var i = 0; i < 5; i++)
            {
                var turn = await gate.Enter("a", default);
                Assert.Equal(1, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                await gate.Leave(turn, PaceSignal.None);
            }
        }));
        Assert.Empty((await new SqlHostPaces(await Process(), Clock).Read("a", default)).Turns);
    }

    [Fact]
    public async Task The_turn_of_a_process_that_was_killed_does_not_hold_the_host()
    {
        var gate = await Gate();
        await gate.Enter("a", default);
        // No process of this machine has this id.
        await using (var connection = await Database.Open(default))
            await connection.ExecuteAsync("UPDATE crawl_paces SET turns = REPLACE(turns, @own, @dead)", new { own = new PaceTurn("a", Guid.Empty, default).Owner, dead = $"{Environment.MachineName}/{int.MaxValue}/1" });

        var after = await Gate();

        Assert.Equal(WaitReason.Gap, (await after.TryEnter("a", default)).Readiness.Reason);
        await after.Leave(await after.Enter("a", default), PaceSignal.None);
    }

    private Task<HostGate> Gate() => Gate(Clock, TimeSpan.FromSeconds(1));

    private async Task<HostGate> Gate(TimeProvider clock, TimeSpan gap) => new(new SqlHostPaces(await Process(), clock), _ => new() { LeastGap = gap, Jitter = 0 }, clock);
}
