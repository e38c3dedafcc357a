using Pipeline.Contracts.Ports;
using Pipeline.Store.Controls;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Controls;

public sealed class SqliteCrawlRequestsTests : CrawlRequestsTests<Sqlite>;

public sealed class PostgresCrawlRequestsTests : CrawlRequestsTests<Postgres>;

public abstract class CrawlRequestsTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task A_crawl_that_a_person_asked_for_is_taken_once_and_says_what_became_of_it()
    {
        var asked = await Requests.Add(CrawlScope.Source, "清河县", "wang", default);
        await Requests.Add(CrawlScope.All, null, "li", default);

        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Requests.Take(default))));
        Assert.Equal([CrawlScope.All, CrawlScope.Source], taken.OfType<CrawlRequest>().Select(request => request.Scope).Order());

        await Requests.End(asked.Id, Run(3), null, default);
        var latest = await Requests.Latest(10, default);
        Assert.Equal(("清河县", "wang", Run(3)), (latest[1].Subject, latest[1].RequestedBy, latest[1].Run));
        Assert.Null(latest[0].EndedAt);
    }

    [Fact]
    public async Task Next_times_replace_those_said_before()
    {
        await Requests.TellTimes([("0 0 1 * * ?", Start.AddDays(1)), ("0 0 2 * * ?", Start.AddHours(2))], default);
        await Requests.TellTimes([("0 0 1 * * ?", Start.AddDays(2))], default);

        Assert.Equal(new CrawlTime("0 0 1 * * ?", Start.AddDays(2), Start), Assert.Single(await Requests.Times(default)));
    }

    [Fact]
    public async Task No_alarm_stands_for_a_paused_source()
    {
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/1.html"), FetchOutcome.Failed, "refused"), default);

        await Requests.TellPaused(["test"], default);
        var paused = Assert.Single(await new OperationsQuery(Database, Clock).Sources(default));
        Assert.Equal((true, SourceAlarm.None), (paused.IsPaused, paused.Alarm(null)));

        await Requests.TellPaused([], default);
        Assert.Equal(SourceAlarm.NeverAnswered, Assert.Single(await new OperationsQuery(Database, Clock).Sources(default)).Alarm(null));
    }

    private CrawlRequests Requests => new(Database, Clock);
}
