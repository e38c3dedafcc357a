using Pipeline.Contracts.Ports;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Failures;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Status;

public sealed class SqliteSourceHealthTests : SourceHealthTests<Sqlite>;

public sealed class PostgresSourceHealthTests : SourceHealthTests<Postgres>;

public abstract class SourceHealthTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";
    private const string OtherUrl = "http://www.qinghe.gov.cn/2.html";

    [Fact]
    public async Task A_night_in_which_robots_txt_cannot_be_reached_makes_no_source_well_and_no_failure_vanish()
    {
        await Settle(Document(Url), SampleReport.Of());
        await Settlement.Settle(Document(OtherUrl, "x"), Failed("failed.encrypted"), default);
        Assert.Equal(SourceAlarm.None, (await Source()).Alarm(null));

        foreach (var night in (int[])[1, 2])
        {
            await Ledger.Record(Fetch(Document(Url, "-", night), FetchOutcome.RobotsUnreachable, "robots.txt: refused"), default);
            await Ledger.Record(Fetch(Document(OtherUrl, "-", night), FetchOutcome.RobotsUnreachable, "robots.txt: refused"), default);
        }

        var down = await Source();
        Assert.Equal((SourceAlarm.RobotsUnreachable, Start, Start.AddDays(1)), (down.Alarm(null), down.LastAnswer, down.FailingSince));
        Assert.Equal(new Dictionary<string, long> { ["failed.encrypted"] = 1, ["robots_unreachable"] = 2 }, await new FailureQuery(Database).CountByReason(new FailureFilter(), default));

        await Ledger.Record(Fetch(Document(Url, "-", 3), FetchOutcome.Unchanged), default);
        await Ledger.Record(Fetch(Document(OtherUrl, "-", 3), FetchOutcome.Unchanged), default);

        var well = await Source();
        Assert.Equal((SourceAlarm.None, Start.AddDays(3), null), (well.Alarm(null), well.LastAnswer, well.FailingSince));
        Assert.Equal("failed.encrypted", Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default)).Reason);
    }

    [Fact]
    public async Task A_source_that_never_answered_is_not_well_even_where_it_has_no_document()
    {
        await Ledger.RunStarted(new CrawlRun(Run(0), Start, "nightly"), default);
        await Ledger.SourcesTold(Run(0), [new SourceResult("test", 0, 0, 0, 0, 1, "connection refused", [])], default);

        var source = await Source();

        Assert.Equal((SourceAlarm.NeverAnswered, null, "connection refused"), (source.Alarm(null), source.LastAnswer, source.LastCrawl!.Reason));
    }

    [Fact]
    public async Task A_source_is_down_though_documents_that_were_not_due_answered_another_night()
    {
        await Settle(Document(Url), SampleReport.Of());
        await Settle(Document(OtherUrl, "x"), SampleReport.Of(year: 2021));
        await Ledger.Record(Fetch(Document(Url, "-", 1), FetchOutcome.Failed, "refused"), default);
        await Ledger.SourcesTold(Run(1), [new SourceResult("test", 1, 0, 1, 2, 1, "refused", [])], default);
        Assert.Equal(SourceAlarm.Down, (await Source()).Alarm(null));

        await Ledger.Record(Fetch(Document(Url, "-", 2), FetchOutcome.Unchanged), default);

        Assert.Equal(SourceAlarm.None, (await Source()).Alarm(null));
    }

    [Fact]
    public async Task A_source_that_used_to_yield_and_yields_nothing_is_told_here_as_on_the_console_and_counted_in_the_metrics()
    {
        await Settle(Document(Url), SampleReport.Of());
        await Ledger.SourcesTold(Run(0), [new SourceResult("test", 20, 13, 0, 0, 0, null, [])], default);
        await Ledger.RunStarted(new CrawlRun(Run(1), Start.AddDays(1), "nightly"), default);
        await Ledger.SourcesTold(Run(1), [new SourceResult("test", 2, 0, 0, 13, 0, null, ["test used to yield 13 documents and yields none: look at its start addresses."])], default);

        var source = await Source();

        Assert.Equal((SourceAlarm.Empty, 0, 13), (source.Alarm(null), source.LastCrawl!.Found, source.LastCrawl.Expected));
        var figures = await new MonitoringQuery(Database, Clock).Read(default);
        Assert.Equal((1, 1), (figures.Sources["empty"], figures.SourceAlarms));
    }

    [Fact]
    public async Task What_a_site_declines_is_a_fact_of_the_source_and_no_failure()
    {
        await Ledger.Record(Fetch(Document(Url), FetchOutcome.Blocked, "challenge"), default);
        await Ledger.Record(Fetch(Document(OtherUrl, "x"), FetchOutcome.SoftNotFound, "says that there is no such page"), default);

        Assert.Equal(SourceAlarm.Refused, (await Source()).Alarm(null));
        Assert.Empty(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
    }

    [Fact]
    public async Task A_start_page_that_answers_again_no_longer_fails()
    {
        await Ledger.Record(Fetch(Document(Url), FetchOutcome.Failed, "The server answered 500."), default);
        Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default));

        await Ledger.Answered(Url, Start.AddDays(1), default);
        await Ledger.Answered(OtherUrl, Start.AddDays(1), default);

        Assert.Empty(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
        Assert.Equal((SourceAlarm.None, 1), ((await Source()).Alarm(null), (await Source()).Documents));
    }

    [Fact]
    public async Task What_a_person_gave_up_in_one_step_stands_again_when_the_step_is_taken_back()
    {
        var failures = new FailureQuery(Database);
        var fetches = new FailedFetches(Database, Sweep, Clock);
        await Ledger.Record(Fetch(Document(Url), FetchOutcome.Failed, "500"), default);
        var first = await fetches.GiveUp([.. (await failures.List(new FailureFilter(), 10, default)).Select(failure => failure.FetchId)], "wang", default);
        Clock.Now = Start.AddHours(1);
        await Ledger.Record(Fetch(Document(OtherUrl, "x"), FetchOutcome.Failed, "500"), default);
        await fetches.GiveUp([.. (await failures.List(new FailureFilter(), 10, default)).Select(failure => failure.FetchId)], "wang", default);
        Assert.Empty(await failures.List(new FailureFilter(), 10, default));

        Assert.Equal(1, await fetches.TakeBack(first, default));

        Assert.Equal(Url, Assert.Single(await failures.List(new FailureFilter(), 10, default)).Url);
    }

    private async Task<SourceFigures> Source() => Assert.Single(await new OperationsQuery(Database, Clock).Sources(default));
}
