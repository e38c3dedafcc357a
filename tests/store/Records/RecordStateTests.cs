using Pipeline.Contracts.Ports;
using Pipeline.Store.Documents;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

public sealed class SqliteRecordStateTests : RecordStateTests<Sqlite>;

public sealed class PostgresRecordStateTests : RecordStateTests<Postgres>;

/// <summary>What becomes of a record when its documents change or go.</summary>
public abstract class RecordStateTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Page = "http://www.qinghe.gov.cn/2023/t1.html";

    [Fact]
    public async Task A_document_that_is_gone_keeps_its_record_and_marks_it()
    {
        await Settle(Document(Page), SampleReport.Of());
        await Ledger.Record(Fetch(Document(Page, "-", day: 1), FetchOutcome.Gone, "404"), default);
        Assert.Equal("source_gone", (await OnlyRecord()).State);

        await Ledger.Record(Fetch(Document(Page, "-", day: 2), FetchOutcome.Unchanged), default);
        Assert.Equal("current", (await OnlyRecord()).State);
    }

    [Fact]
    public async Task An_address_that_moves_on_to_the_next_year_keeps_the_old_record()
    {
        await Settle(Document(Page), SampleReport.Of());
        await Settle(Document(Page, "next", day: 300), SampleReport.Of(year: 2023));

        Assert.Equal([(2022, "source_gone"), (2023, "current")], (await All()).Select(record => (record.Current.Report.Year!.Value, record.State)));
    }

    [Fact]
    public async Task A_reading_that_names_another_body_withdraws_the_wrong_one_and_loses_nothing()
    {
        await Settle(Document(Page), SampleReport.Of("石桥镇"));
        await Settlement.Settle(Document(Page), Extracted("2.0", SampleReport.Of("阳溪县石桥镇人民政府")), default);

        Assert.Equal("阳溪县石桥镇人民政府", (await OnlyRecord()).Current.Report.Authority);
        Assert.Equal(["current", "withdrawn"], (await All(everything: true)).Select(record => record.State).Order());
    }

    [Fact]
    public async Task A_reading_that_finds_no_report_any_more_withdraws_the_record()
    {
        await Settle(Document(Page), SampleReport.Of());
        await Settlement.Settle(Document(Page), Extracted("2.0"), default);

        Assert.Empty(await All());
        Assert.Equal("withdrawn", Assert.Single(await All(everything: true)).State);
    }

    [Fact]
    public async Task A_failed_reading_withdraws_nothing()
    {
        await Settle(Document(Page), SampleReport.Of());
        await Settlement.Settle(Document(Page, "second", day: 1), Failed("failed.encrypted"), default);

        Assert.Equal("current", (await OnlyRecord()).State);
    }

    [Fact]
    public async Task A_reading_that_succeeds_after_a_failure_of_the_same_extractor_counts()
    {
        await Settlement.Settle(Document(Page), Failed("failed.timeout"), default);
        await Settle(Document(Page), SampleReport.Of());
        await Settlement.Settle(Document(Page), Failed("failed.timeout"), default);

        Assert.Equal("current", (await OnlyRecord()).State);
        Assert.Equal("reports", (await new DocumentLookup(Database).State(Page, default))!.Result);
    }
}
