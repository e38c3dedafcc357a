using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;
using Pipeline.Crawler.Tests.Crawling;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Crawler.Tests.Frontier;

public sealed class SqliteSharedFrontierTests : SharedFrontierTests<Sqlite>;

public sealed class PostgresSharedFrontierTests : SharedFrontierTests<Postgres>;

public abstract class SharedFrontierTests<TEngine> : FrontierTest<TEngine>
    where TEngine : IEngine, new()
{
    private const int Processes = 3;
    private const int Pages = 12;

    private static readonly string[] Hosts = ["a.gov.cn", "b.gov.cn", "c.gov.cn", "d.gov.cn"];

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Several_processes_crawl_one_frontier_and_keep_the_pace_of_every_host()
    {
        using var bench = new CrawlBench();
        foreach (var host in Hosts)
            Site(bench.Site, host);
        var all = new TaskCompletionSource();
        bench.OnRun = count => { if (count == Processes) all.TrySetResult(); };
        var web = new WatchedWeb(bench.Site) { Opened = all.Task };
        var sources = Hosts.Select(host => SourceReader.Seed(new Uri($"http://{host}/"))).ToList();

        var reports = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Task.Run(() => CrawlerProcess.Crawl(Database, bench, web, sources, Delay))));

        // The start page, the list's pages and the sitemap that is not there, each once, whoever came first.
        Assert.All(web.Requests.CountBy(request => request.Url), count => Assert.True(count.Value == 1, count.Key));
        Assert.Equal(Hosts.Length * (Pages + 2), web.Requests.Count);
        Assert.Equal(1, web.MostAtOnce);
        Assert.All(web.Requests.GroupBy(request => request.Host), host => Assert.All(host.Zip(host.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Delay, $"{pair}")));
        Assert.Single(reports.Select(report => report.RunId).Distinct());
        Assert.Equal(Hosts.Length * Pages, bench.Recorded(Contracts.Ports.FetchOutcome.Fetched).Count());
    }

    [Fact]
    public async Task A_host_is_held_by_one_process_and_given_back_for_the_next()
    {
        var (first, second) = (await Leases(), await Leases());
        var run = await Queued();

        Assert.Equal(Hosts, (await first.Claim(run, 10, default)).Select(lease => lease.Host).Order(StringComparer.Ordinal));
        Assert.Empty(await second.Claim(run, 10, default));
        await first.Release("b.gov.cn", Clock.GetUtcNow(), default);
        Assert.Equal(["b.gov.cn"], (await second.Claim(run, 10, default)).Select(lease => lease.Host));
        Clock.Advance(HostLeases.Length * 2);
        Assert.Equal(Hosts.Length, (await second.Claim(run, 10, default)).Count);
    }

    [Fact]
    public async Task Processes_that_claim_at_once_share_the_hosts_out()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Leases()));
        var run = await Queued();
        var claimed = await Task.WhenAll(leases.Select(process => Task.Run(() => process.Claim(run, 2, default))));
        Assert.Equal(claimed.Sum(share => share.Count), claimed.SelectMany(share => share).Select(lease => lease.Host).Distinct().Count());
        Assert.All(claimed, share => Assert.InRange(share.Count, 0, 2));
    }

    [Fact]
    public async Task A_host_that_could_not_be_given_back_is_given_back_when_its_process_goes_on()
    {
        var (first, second) = (await Leases(), await Leases());
        var run = await Queued();
        await first.Claim(run, 10, default);
        // A database that is away looks the same from here.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Release("b.gov.cn", Clock.GetUtcNow(), new CancellationToken(canceled: true)));
        Assert.Empty(await second.Claim(run, 10, default));

        await first.ReleaseDead(default);

        Assert.Equal(["b.gov.cn"], (await second.Claim(run, 10, default)).Select(lease => lease.Host));
    }

    [Fact]
    public async Task Of_processes_that_open_a_crawl_at_once_one_queues_its_addresses()
    {
        var frontiers = await Task.WhenAll(Enumerable.Range(0, Processes).Select(async _ => new UrlFrontier(await Process(), Clock)));
        var seed = KnownUrl.Seed(new Uri("http://a/"), "a");
        Assert.Single(await Task.WhenAll(frontiers.Select(frontier => Task.Run(() => frontier.Open(1, ["a"], [seed], explores: false, default)))), isFirst => isFirst);
        Assert.Single(await frontiers[0].Best(1, seed.Host, 10, default));
    }

    private static void Site(ScriptedSite site, string host)
    {
        var links = string.Concat(Enumerable.Range(1, Pages).Select(number => $"<a href='/zfxxgknb/t{number}.html'>{2000 + number}年政府信息公开工作年度报告</a>"));
        site.Page($"http://{host}/", links);
        foreach (var number in Enumerable.Range(1, Pages))
            site.Page($"http://{host}/zfxxgknb/t{number}.html",
                $"<h1>{2000 + number}年政府信息公开工作年度报告</h1><p>一、总体情况 {host} 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、行政复议、行政诉讼情况 五、存在的主要问题及改进情况 {new string('文', 300)}</p>");
    }

    private async Task<HostLeases> Leases() => new(await Process(), Clock);

    private async Task<long> Queued()
    {
        await new UrlFrontier(await Process(), Clock).Open(1, Hosts, [.. Hosts.Select(host => KnownUrl.Seed(new Uri($"http://{host}/"), host))], explores: false, default);
        return 1;
    }
}
