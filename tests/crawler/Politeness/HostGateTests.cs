using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Tests.Politeness;

public sealed class HostGateTests
{
    private readonly SkippingClock _clock = new();
    private readonly MemoryHostPaces _paces = new();

    [Fact]
    public async Task Requests_to_one_host_keep_their_gap_and_other_hosts_do_not_wait()
    {
        var gate = Gate();
        var starts = new List<DateTimeOffset>();
        for (var i = 0; i < 4; i++)
        {
            var turn = await gate.Enter("a", CancellationToken.None);
            starts.Add(_clock.GetUtcNow());
            await gate.Leave(turn, PaceSignal.Of(Answers.Status(200), _clock.GetUtcNow()));
            Assert.NotNull((await gate.TryEnter("b" + i, CancellationToken.None)).Turn);
        }

        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 1, 1.31));
    }

    [Fact]
    public async Task Two_gates_over_one_store_share_the_pace()
    {
        var first = await Gate().TryEnter("a", CancellationToken.None);
        var second = await Gate().TryEnter("a", CancellationToken.None);
        Assert.NotNull(first.Turn);
        Assert.Equal(WaitReason.Busy, second.Readiness.Reason);
    }

    [Fact]
    public async Task Many_who_enter_at_once_go_one_by_one()
    {
        // On the true clock: the skipping one would let turns lapse while their holders wait for a thread.
        var gate = new HostGate(_paces, _ => new() { LeastGap = TimeSpan.Zero }, TimeProvider.System);
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            var turn = await gate.Enter("a", CancellationToken.None);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            await gate.Leave(turn, PaceSignal.None);
        }));
    }

    [Fact]
    public async Task Waiting_hosts_are_listed_with_their_reasons()
    {
        var gate = Gate();
        await gate.Leave(await gate.Enter("paused", default), PaceSignal.Of(Answers.Status(503, ("Retry-After", "60")), _clock.GetUtcNow()));
        await gate.Enter("busy", default);
        await gate.Leave(await gate.Enter("delayed", default), PaceSignal.None);
        await gate.SetCrawlDelay("delayed", TimeSpan.FromSeconds(10), default);
        await gate.Readiness("never-seen", default);
        var waiting = await gate.Waiting(default);
        Assert.Equal(["delayed crawl", "paused retry", "busy busy"], waiting.Select(host => $"{host.Host} {host.Reason switch { WaitReason.CrawlDelay => "crawl", WaitReason.RetryAfter => "retry", WaitReason.Busy => "busy", _ => "?" }}"));
        Assert.True((await gate.Readiness("never-seen", default)).IsReady);
    }

    [Fact]
    public async Task A_turn_that_could_not_be_given_back_is_given_back_by_the_next_look()
    {
        var paces = new FailingPaces(_paces);
        var gate = new HostGate(paces, _ => new(), _clock);
        var turn = await gate.Enter("a", default);
        paces.IsAway = true;
        await Assert.ThrowsAsync<IOException>(() => gate.Leave(turn, PaceSignal.None).AsTask());
        paces.IsAway = false;

        Assert.NotEqual(WaitReason.Busy, (await gate.Readiness("a", default)).Reason);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull((await gate.TryEnter("a", default)).Turn);
        Assert.Single((await _paces.Read("a", default)).Turns);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        var gate = new HostGate(_paces, _ => new() { LeastGap = TimeSpan.FromHours(1) }, TimeProvider.System);
        await gate.Leave(await gate.Enter("a", default), PaceSignal.None);
        using var cancel = new CancellationTokenSource();
        var entering = gate.Enter("a", cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entering);
    }

    [Fact]
    public async Task A_paced_fetch_gives_its_turn_back_whatever_happens_and_learns_from_the_answer()
    {
        var gate = Gate();
        var fetcher = new PacedFetcher(new ScriptedFetcher(_ => Answers.Status(429, ("Retry-After", "30"))), gate, Addresses(), _clock, NullLogger<PacedFetcher>.Instance);
        await fetcher.Fetch(new() { Url = Answers.Url }, default);
        Assert.Equal(WaitReason.RetryAfter, (await gate.Readiness("www.x.gov.cn", default)).Reason);
        var failing = new PacedFetcher(new ScriptedFetcher(_ => throw new OperationCanceledException()), gate, Addresses(), _clock, NullLogger<PacedFetcher>.Instance);
        await Assert.ThrowsAsync<OperationCanceledException>(() => failing.Fetch(new() { Url = new("http://y.gov.cn/") }, default));
        Assert.Empty((await _paces.Read("y.gov.cn", default)).Turns);
    }

    private AddressGate Addresses() => new(_paces, new SharedAddresses((_, _) => Task.FromResult<System.Net.IPAddress[]>([]), _clock), _ => new(), _clock);

    [Theory]
    [InlineData("http://WWW.X.gov.cn:8080/a", "www.x.gov.cn")]
    [InlineData("https://www.x.gov.cn./", "www.x.gov.cn")]
    [InlineData("http://[::1]:80/", "::1")]
    public void A_host_is_one_whatever_scheme_port_and_case(string url, string host) => Assert.Equal(host, HostName.Of(new Uri(url)));

    private HostGate Gate() => new(_paces, _ => new(), _clock);

    /// <summary>A store that is away at times, as a database is.</summary>
    private sealed class FailingPaces(MemoryHostPaces paces) : IHostPaceStore
    {
        public bool IsAway { get; set; }

        public ValueTask<T> Change<T>(string host, Func<HostPace, (HostPace Next, T Result)> change, CancellationToken cancellation) =>
            IsAway ? throw new IOException("away") : paces.Change(host, change, cancellation);

        public ValueTask<HostPace> Read(string host, CancellationToken cancellation) => paces.Read(host, cancellation);

        public ValueTask<IReadOnlyList<HostPace>> ReadAll(CancellationToken cancellation) => paces.ReadAll(cancellation);
    }
}
