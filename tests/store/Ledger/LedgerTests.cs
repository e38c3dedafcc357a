using System.Text.Json;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Documents;
using Pipeline.Store.Failures;
using Pipeline.Store.Records;
using Pipeline.Store.Status;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerTests<Sqlite>;

public sealed class PostgresLedgerTests : LedgerTests<Postgres>;

public abstract class LedgerTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";
    private const string OtherUrl = "http://www.qinghe.gov.cn/2.html";

    [Fact]
    public async Task A_fetched_document_is_pending_with_all_its_facts_until_it_is_settled()
    {
        var document = Document(Url, referrer: "http://www.qinghe.gov.cn/list.html");
        await Ledger.Record(Fetch(document), default);

        var pending = Assert.Single(await Ledger.Pending(Start.AddDays(1), 10, default));
        Assert.Equal(JsonSerializer.Serialize(document), JsonSerializer.Serialize(pending));
        Assert.Empty(await Ledger.Pending(Start, 10, default));

        await Settle(document, SampleReport.Of());
        Assert.Empty(await Ledger.Pending(Start.AddDays(1), 10, default));
    }

    [Fact]
    public async Task Recording_the_same_fetch_again_changes_nothing_even_after_its_result()
    {
        await Ledger.RunStarted(new CrawlRun(Run(0), Start, "nightly"), default);
        await Ledger.Record(Fetch(Document(Url)), default);
        await Settle(Document(Url), SampleReport.Of());
        var before = await Everything();

        await Ledger.RunStarted(new CrawlRun(Run(0), Start, "nightly"), default);
        await Ledger.Record(Fetch(Document(Url)), default);

        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_fetch_without_snapshot_cannot_count_as_fetched()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Ledger.Record(Fetch(Document(Url)) with { Snapshot = null }, default));

        Assert.Contains(Url, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_content_of_an_address_is_found_for_a_re_extraction()
    {
        await Ledger.Record(Fetch(Document(Url, "first")), default);
        await Ledger.Record(Fetch(Document(Url, "second", day: 2)), default);
        await Ledger.Record(Fetch(Document(Url, "-", day: 3), FetchOutcome.Failed, "timeout"), default);
        var lookup = new DocumentLookup(Database);

        Assert.Equal(Document(Url, "second").Snapshot, (await lookup.Latest(Url, default))!.Snapshot);
        Assert.Null(await lookup.Latest("http://www.qinghe.gov.cn/unknown.html", default));
        Assert.Equal(("failed", "timeout"), ((await lookup.State(Url, default))!.LastOutcome, (await lookup.State(Url, default))!.FetchReason));
    }

    [Fact]
    public async Task Processes_that_open_the_same_plan_at_once_find_one_crawl()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Ledger.RunOpened("plan", "nightly", Start, default))));
        Assert.Single(runs.Distinct());
        Assert.NotEqual(runs[0].RunId, (await Ledger.RunOpened("another", "manual", Start, default)).RunId);
    }

    [Fact]
    public async Task A_crawl_that_stopped_is_gone_on_with_until_it_ends()
    {
        var first = await Ledger.RunOpened("plan", "nightly", Start, default);
        Assert.Equal(first, await Ledger.RunOpened("plan", "manual", Start.AddHours(1), default));
        Assert.True(await Ledger.IsRunOpen("plan", Start.AddHours(1), default));

        await Ledger.RunEnded(first.RunId, Start.AddHours(2), default);

        Assert.False(await Ledger.IsRunOpen("plan", Start.AddHours(3), default));
        Assert.True((await Ledger.RunOpened("plan", "manual", Start.AddHours(3), default)).Number > first.Number);
    }

    [Fact]
    public async Task A_crawl_that_stopped_the_day_before_is_ended_and_another_begun()
    {
        var stopped = await Ledger.RunOpened("plan", "nightly", Start, default);
        Assert.False(await Ledger.IsRunOpen("plan", Start.AddDays(1), default));

        var next = await Ledger.RunOpened("plan", "nightly", Start.AddDays(1), default);

        Assert.NotEqual(stopped.RunId, next.RunId);
        Assert.Equal(Start.AddDays(1), (await new StatusQuery(Database).Run(stopped.RunId, default))!.EndedAt);
    }

    [Fact]
    public async Task A_run_keeps_its_counts_when_its_unchanged_checks_are_folded()
    {
        await Ledger.RunStarted(new CrawlRun(Run(0), Start, "manual"), default);
        await Ledger.Record(Fetch(Document(Url)), default);
        await Settle(Document(Url), SampleReport.Of());
        await Ledger.Record(Fetch(Document(OtherUrl, "x"), FetchOutcome.RefusedByRobots, "Disallow: /"), default);
        await Ledger.RunStarted(new CrawlRun(Run(1), Start.AddDays(1), "nightly"), default);
        await Ledger.Record(Fetch(Document(Url, "-", day: 1), FetchOutcome.Unchanged), default);
        foreach (var _ in "twice")
        {
            await Ledger.RunEnded(Run(0), Start.AddHours(1), default);
            await Ledger.RunEnded(Run(1), Start.AddDays(1).AddHours(1), default);
        }

        var status = await new StatusQuery(Database).Read(runs: 5, default);

        Assert.Equal([Run(1), Run(0)], status.Runs.Select(run => run.RunId));
        Assert.Equal(new Dictionary<string, long> { ["unchanged"] = 1 }, status.Runs[0].Fetches);
        Assert.Equal(new Dictionary<string, long> { ["fetched"] = 1, ["refused_by_robots"] = 1 }, status.Runs[1].Fetches);
        Assert.Equal(new Dictionary<string, long> { ["reports"] = 1 }, status.Runs[1].Results);
        Assert.Equal(new Dictionary<string, long> { ["accepted"] = 1 }, status.Records);
        Assert.Equal((0, Start.AddHours(1)), (status.Pending, status.Runs[1].EndedAt));
    }

    [Fact]
    public async Task The_table_of_a_run_lists_the_records_that_it_checked()
    {
        await Settle(Document(Url), SampleReport.Of(year: 2021), SampleReport.Of(year: 2022, changes: ("applications.new.total", null)));
        await Settle(Document(OtherUrl, "x", day: 1), SampleReport.Of(year: 2023));
        await Ledger.Record(Fetch(Document(Url, "-", day: 2), FetchOutcome.Unchanged), default);
        await Ledger.RunEnded(Run(2), Start.AddDays(3), default);
        Task<IReadOnlyList<RecordSummary>> Checked(int day) => Records.Summaries(new RecordFilter { Run = Run(day) }, int.MaxValue, default);

        Assert.Equal([2021, 2022], (await Checked(0)).Select(record => record.Year!.Value));
        Assert.Equal([2023], (await Checked(1)).Select(record => record.Year!.Value));
        Assert.Equal([2021, 2022], (await Checked(2)).Select(record => record.Year!.Value));
        Assert.Equal((199, 200, 41, Url), (await Checked(0)).Select(record => (record.CellsRead, record.Cells, record.ChecksPassed, record.SourceUrl)).Last());
    }

    [Fact]
    public async Task Failures_are_listed_with_reasons_until_the_document_goes_well()
    {
        await Ledger.Record(Fetch(Document(Url), FetchOutcome.Failed, "The server answered 500."), default);
        await Settlement.Settle(Document(OtherUrl, "x"), Failed("failed.encrypted"), default);
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/3.html", "y"), FetchOutcome.RefusedByRobots, "Disallow: /"), default);
        var failures = new FailureQuery(Database);

        Assert.Equal(
            [("failed", "fetch", "The server answered 500."), ("failed.encrypted", "extraction", "It is encrypted.")],
            (await failures.List(new FailureFilter(), 10, default)).Select(failure => (failure.Reason, failure.Stage, failure.Detail!)).Order());
        Assert.Equal(OtherUrl, Assert.Single(await failures.List(new FailureFilter { Reason = "failed.e", Source = "test", Run = Run(0), Since = Start }, 10, default)).Url);
        Assert.Equal(1, (await failures.CountByReason(new FailureFilter(), default))["failed"]);

        await Ledger.Record(Fetch(Document(OtherUrl, "-", day: 1), FetchOutcome.Unchanged), default);
        Assert.Equal(2, (await failures.List(new FailureFilter(), 10, default)).Count);

        await Settle(Document(Url, "well", day: 1), SampleReport.Of());
        await Settle(Document(OtherUrl, "x"), SampleReport.Of(year: 2021));
        Assert.Empty(await failures.List(new FailureFilter(), 10, default));
    }

    [Fact]
    public async Task Records_are_found_by_part_of_the_name_by_year_region_status_and_address()
    {
        await Settle(Document(Url), SampleReport.Of("清河县民政局"), SampleReport.Of("清河县%局", 2023));

        async Task<int> Found(RecordFilter filter) => (await Records.Find(filter, 10, default)).Count;

        Assert.Equal(1, await Found(new RecordFilter { Authority = "民 政" }));
        Assert.Equal(1, await Found(new RecordFilter { Authority = "%" }));
        Assert.Equal(1, await Found(new RecordFilter { Year = 2023 }));
        Assert.Equal(2, await Found(new RecordFilter { Region = "1305", Status = Contracts.Reports.ReviewStatus.Accepted, Form = "2021" }));
        Assert.Equal(2, await Found(new RecordFilter { Url = Url }));
        Assert.Equal(0, await Found(new RecordFilter { Url = OtherUrl }));
    }
}
