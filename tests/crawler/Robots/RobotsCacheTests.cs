using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Robots;

namespace Pipeline.Crawler.Tests.Robots;

public sealed class RobotsCacheTests
{
    private const string File = "User-agent: TestBot\nDisallow: /search\nCrawl-delay: 2\n\nSitemap: http://www.x.gov.cn/sitemap.xml\nSitemap: /map/年.xml\nSitemap: http://[bad/\n";

    private readonly SkippingClock _clock = new();
    private readonly HostGate _gate;
    private FetchResponse _answer = Answers.Page(200, File);

    public RobotsCacheTests() => _gate = new(new MemoryHostPaces(), _ => new(), _clock);

    [Fact]
    public async Task Rules_are_asked_for_once_per_origin_however_many_wait()
    {
        var (robots, fetcher) = Cache();
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => robots.Judge(new($"http://www.x.gov.cn/{(i % 2 == 0 ? "search" : "zwgk")}/{i}"), default).AsTask()));
        Assert.Equal(25, verdicts.Count(verdict => verdict.IsAllowed));
        Assert.Equal(new Uri("http://www.x.gov.cn/robots.txt"), Assert.Single(fetcher.Orders).Url);
        await robots.Judge(new("https://www.x.gov.cn/"), default);
        await robots.Judge(new("http://www.x.gov.cn:8080/"), default);
        Assert.Equal(3, fetcher.Orders.Count);
    }

    [Fact]
    public async Task Robots_txt_itself_is_always_allowed()
    {
        _answer = Answers.Status(500);
        Assert.True((await Judge("/robots.txt")).IsAllowed);
        Assert.False((await Judge("/robots.txt.html")).IsAllowed);
    }

    [Fact]
    public async Task Refusal_names_the_rule_and_stands()
    {
        var verdict = await Judge("/search?q=1");
        Assert.False(verdict.IsAllowed);
        Assert.Equal("Disallow: /search (line 2)", verdict.Reason);
        Assert.Null(verdict.RetryAt);
    }

    [Fact]
    public async Task Rules_are_asked_for_again_when_old()
    {
        var (robots, fetcher) = Cache();
        await robots.Judge(Answers.Url, default);
        _clock.Advance(TimeSpan.FromHours(11));
        await robots.Judge(Answers.Url, default);
        Assert.Single(fetcher.Orders);
        _clock.Advance(TimeSpan.FromHours(2));
        await robots.Judge(Answers.Url, default);
        Assert.Equal(2, fetcher.Orders.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Unavailable_means_everything_is_allowed(int status)
    {
        _answer = Answers.Status(status);
        Assert.True((await Judge("/search")).IsAllowed);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(521)]
    [InlineData(429)]
    public async Task Server_errors_mean_nothing_is_allowed_for_now(int status)
    {
        _answer = Answers.Status(status);
        var verdict = await Judge("/zwgk/");
        Assert.False(verdict.IsAllowed);
        Assert.True(verdict.RetryAt > _clock.GetUtcNow());
        Assert.Contains($"answered {status}", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FetchFailure.ConnectFailed)]
    [InlineData(FetchFailure.TimedOut)]
    [InlineData(FetchFailure.NameUnknown)]
    [InlineData(FetchFailure.Truncated)]
    [InlineData(FetchFailure.AddressRefused)]
    public async Task Network_errors_mean_nothing_is_allowed_for_now(FetchFailure failure)
    {
        _answer = Answers.Failure(failure);
        var verdict = await Judge("/zwgk/");
        Assert.False(verdict.IsAllowed);
        Assert.NotNull(verdict.RetryAt);
    }

    [Fact]
    public async Task A_file_that_fails_once_is_asked_for_again_before_anyone_is_refused()
    {
        var requests = 0;
        var (robots, fetcher) = Cache(_ => ++requests < 3 ? Answers.Failure(FetchFailure.Reset) : Answers.Page(200, File));
        Assert.True((await robots.Judge(Answers.Url, default)).IsAllowed);
        Assert.Equal(3, fetcher.Orders.Count);
    }

    [Fact]
    public async Task An_unreachable_file_is_asked_for_again_later_and_forgiven_when_it_comes()
    {
        var (robots, fetcher) = Cache();
        _answer = Answers.Status(500);
        var verdict = await robots.Judge(Answers.Url, default);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromMinutes(30), verdict.RetryAt);
        Assert.False((await robots.Judge(Answers.Url, default)).IsAllowed);
        Assert.Equal(3, fetcher.Orders.Count);
        _clock.Advance(TimeSpan.FromMinutes(30));
        _answer = Answers.Page(200, File);
        Assert.True((await robots.Judge(Answers.Url, default)).IsAllowed);
        Assert.Equal(4, fetcher.Orders.Count);
    }

    [Fact]
    public async Task A_long_pause_asked_for_is_not_waited_for_but_told()
    {
        _answer = Answers.Status(503, ("Retry-After", "600"));
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromMinutes(10), (await Judge("/zwgk/")).RetryAt);
    }

    [Fact]
    public async Task Known_rules_stay_in_force_while_the_host_cannot_be_asked()
    {
        var (robots, _) = Cache();
        await robots.Judge(Answers.Url, default);
        _clock.Advance(TimeSpan.FromHours(13));
        _answer = Answers.Status(503);
        Assert.True((await robots.Judge(new("http://www.x.gov.cn/zwgk/"), default)).IsAllowed);
        Assert.False((await robots.Judge(new("http://www.x.gov.cn/search"), default)).IsAllowed);
    }

    [Fact]
    public async Task A_host_that_was_known_and_is_gone_is_asked_for_nothing_else()
    {
        var (robots, fetcher) = Cache();
        await robots.Judge(Answers.Url, default);
        _answer = Answers.Failure(FetchFailure.ConnectFailed);

        robots.Doubt(Answers.Url);

        Assert.False((await robots.Judge(new("http://www.x.gov.cn/zwgk/"), default)).IsAllowed);
        Assert.False((await robots.Judge(new("http://www.x.gov.cn/zwgk/2"), default)).IsAllowed);
        Assert.Equal(4, fetcher.Orders.Count);

        _answer = Answers.Page(200, File);
        robots.Forgive(Answers.Url);

        Assert.True((await robots.Judge(new("http://www.x.gov.cn/zwgk/"), default)).IsAllowed);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Redirects_are_followed_across_hosts_and_the_rules_are_those_of_the_first(int hops, bool searchAllowed)
    {
        var (robots, fetcher) = Cache(url => url.AbsolutePath == "/robots.txt" ? Answers.Redirect($"http://h1.gov.cn/{hops - 1}")
            : url.AbsolutePath == "/0" ? Answers.Page(200, File)
            : Answers.Redirect($"http://h2.gov.cn/{int.Parse(url.AbsolutePath[1..], null) - 1}"));
        Assert.Equal(searchAllowed, (await robots.Judge(new("http://www.x.gov.cn/search"), default)).IsAllowed);
        Assert.Equal(Math.Min(hops, 10) + 1, fetcher.Orders.Count);
    }

    [Fact]
    public async Task No_more_is_asked_for_than_is_read()
    {
        var (robots, fetcher) = Cache();
        await robots.Judge(Answers.Url, default);
        Assert.Equal(500 * 1024, Assert.Single(fetcher.Orders).PrefixBytes);
    }

    [Fact]
    public async Task Crawl_delay_reaches_the_gate_and_sitemaps_are_made_absolute()
    {
        var (robots, _) = Cache();
        Assert.Equal(["http://www.x.gov.cn/sitemap.xml", "http://www.x.gov.cn/map/%E5%B9%B4.xml"], (await robots.Sitemaps(Answers.Url, default)).Select(sitemap => sitemap.AbsoluteUri));
        await _gate.Leave(await _gate.Enter("www.x.gov.cn", default), PaceSignal.None);
        Assert.Equal(WaitReason.CrawlDelay, (await _gate.Readiness("www.x.gov.cn", default)).Reason);
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_spoil_it_for_others()
    {
        using var cancel = new CancellationTokenSource();
        var (robots, _) = Cache(_ =>
        {
            cancel.Cancel();
            return Answers.Page(200, File);
        });
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => robots.Judge(Answers.Url, cancel.Token).AsTask());
        Assert.True((await robots.Judge(Answers.Url, default)).IsAllowed);
    }

    [Fact]
    public async Task What_is_not_http_is_not_allowed() => Assert.False((await Cache().Robots.Judge(new("file:///etc/passwd"), default)).IsAllowed);

    private async Task<RobotsVerdict> Judge(string path) => await Cache().Robots.Judge(new Uri(new Uri("http://www.x.gov.cn/"), path), default);

    private (RobotsCache Robots, ScriptedFetcher Fetcher) Cache(Func<Uri, FetchResponse>? script = null)
    {
        var fetcher = new ScriptedFetcher(script ?? (_ => _answer));
        return (new(fetcher, _gate, new(), new(new()), new() { Product = "TestBot" }, _clock), fetcher);
    }
}
