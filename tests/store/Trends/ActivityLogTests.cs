using Pipeline.Contracts.Ports;
using Pipeline.Store.Status;
using Pipeline.Store.Tests.Engines;
using Pipeline.Store.Trends;

namespace Pipeline.Store.Tests.Trends;

public sealed class SqliteActivityLogTests : ActivityLogTests<Sqlite>;

public sealed class PostgresActivityLogTests : ActivityLogTests<Postgres>;

public abstract class ActivityLogTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task Answers_are_summed_and_queues_told_by_their_deepest_in_steps()
    {
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/1.html", "1")), default);
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/2.html", "2"), FetchOutcome.Failed, "refused"), default);
        Clock.Now = Start.AddMinutes(5);
        var log = new ActivityLog(Database, new Queues(7), Clock);
        await log.Note(default);
        await log.Note(default);
        Clock.Now = Start.AddMinutes(10);
        await new ActivityLog(Database, new Queues(3), Clock).Note(default);

        var steps = await log.Last(TimeSpan.FromHours(6), TimeSpan.FromHours(1), default);

        Assert.Equal(Start, steps[^1].From);
        Assert.Equal((1, 1), (steps[^1].Answers["fetched"], steps[^1].Answers["failed"]));
        Assert.Equal((7, 1), (steps[^1].Queues["extractor"], steps[^1].Queues["waiting"]));
        Assert.Empty(steps[0].Answers);
    }

    [Fact]
    public async Task A_run_tells_its_sources_before_and_after_and_what_was_new()
    {
        await Ledger.RunStarted(new CrawlRun(Run(0), Start, "nightly"), default);
        await Settle(Document("http://www.qinghe.gov.cn/1.html"), SampleReport.Of());
        await Ledger.SourcesTold(Run(0), [new SourceResult("test", 9, 1, 0, 0, 0, null, [])], default);
        await Ledger.RunStarted(new CrawlRun(Run(1), Start.AddDays(1), "nightly"), default);
        await Settle(Document("http://www.qinghe.gov.cn/1.html", "second", 1), SampleReport.Of(changes: ("applications.new.total", 8)));
        await Settle(Document("http://www.qinghe.gov.cn/2.html", "new", 1), SampleReport.Of(year: 2023));
        await Ledger.SourcesTold(Run(1), [new SourceResult("test", 5, 2, 0, 1, 0, null, ["look here"])], default);

        var detail = (await new RunDetailQuery(Database, new StatusQuery(Database)).Read(Run(1), 10, default))!;

        var source = Assert.Single(detail.Sources);
        Assert.Equal((2, 1, 2), (source.Result!.Found, source.Before!.Found, source.Visits["fetched"]));
        Assert.Equal([("http://www.qinghe.gov.cn/1.html", false, "reports"), ("http://www.qinghe.gov.cn/2.html", true, "reports")], detail.Brought.Select(brought => (brought.Url, brought.IsNew, brought.Result)).Order());
        Assert.All(detail.Brought, brought => Assert.NotNull(brought.RecordId));
        Assert.Null(await new RunDetailQuery(Database, new StatusQuery(Database)).Read(Guid.NewGuid(), 10, default));
    }

    private sealed class Queues(int depth) : IQueueFigures
    {
        public Task<QueueFigures> Read(CancellationToken cancellation) => Task.FromResult(new QueueFigures([new QueueFigure("extractor", depth, 0, 0, 0, 1)], null, null));
    }
}
