using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

public sealed class SqliteRecordIdentityTests : RecordIdentityTests<Sqlite>;

public sealed class PostgresRecordIdentityTests : RecordIdentityTests<Postgres>;

/// <summary>Which readings are one record.</summary>
public abstract class RecordIdentityTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Page = "http://www.qinghe.gov.cn/2023/t1.html";
    private const string Attachment = "http://www.qinghe.gov.cn/2023/P1.pdf";
    private const string SecondPage = "http://www.qinghe.gov.cn/2023/t2.html";

    [Fact]
    public async Task A_page_and_its_attachment_are_one_record_with_two_sources()
    {
        await Settle(Document(Attachment, "pdf", referrer: Page), SampleReport.Of() with { Layout = "words", Confidence = 0.9 });
        await Settle(Document(Page), SampleReport.Of());

        var record = await OnlyRecord();

        Assert.Equal([Page, Attachment], record.SourceUrls);
        Assert.Equal("grid", record.Current.Report.Layout);
    }

    [Theory]
    [InlineData(true, "石桥镇人民政府")]
    [InlineData(false, "石桥镇人民政府")]
    [InlineData(true, null)]
    [InlineData(false, null)]
    public async Task A_page_and_its_attachment_that_name_the_body_differently_are_one_record(bool pageFirst, string? attachmentsName)
    {
        var report = SampleReport.Of("阳溪县石桥镇人民政府");
        if (pageFirst)
            await Settle(Document(Page), report);
        await Settle(Document(Attachment, "pdf", referrer: Page), report with { Authority = attachmentsName, Confidence = 0.8 });
        if (!pageFirst)
            await Settle(Document(Page), report);

        var record = await OnlyRecord();

        Assert.Equal("阳溪县石桥镇人民政府", record.Current.Report.Authority);
        Assert.Equal([Page, Attachment], record.SourceUrls);
        Assert.Single(await Records.Find(new RecordFilter { Authority = "阳溪县石桥镇" }, 10, default));
        Assert.Single(await All(everything: true));
    }

    [Fact]
    public async Task A_newer_extractor_that_finds_the_full_name_keeps_the_record_and_its_history()
    {
        await Settle(Document(Page), SampleReport.Of("石桥镇人民政府"));
        await Settlement.Settle(Document(Page), Extracted("2.0", SampleReport.Of("阳溪县石桥镇人民政府")), default);

        Assert.Equal(("阳溪县石桥镇人民政府", 2), ((await OnlyRecord()).Current.Report.Authority, (await OnlyRecord()).Versions));
        Assert.Single(await All(everything: true));
    }

    [Fact]
    public async Task A_page_that_links_to_another_bodys_report_keeps_them_apart()
    {
        await Settle(Document(Page), SampleReport.Of("甲镇人民政府"));
        await Settle(Document(Attachment, "pdf", referrer: Page), SampleReport.Of("乙镇人民政府"));

        Assert.Equal(2, (await All()).Count);
    }

    [Fact]
    public async Task A_correction_at_a_second_address_becomes_current_and_the_old_values_stay()
    {
        await Settle(Document(SecondPage, "b"), SampleReport.Of(changes: ("applications.new.total", 8)) with { Published = new DateOnly(2023, 3, 1) });
        await Settle(Document(Page, "a"), SampleReport.Of(changes: ("applications.new.total", 7)) with { Published = new DateOnly(2023, 1, 20) });

        var record = await OnlyRecord();

        Assert.Equal(8, ValueOf(record, "applications.new.total"));
        Assert.Equal(SecondPage, record.Current.SourceUrl);
        Assert.Equal(2, (await Records.History(record.Current.RecordId, default)).Count);
    }

    [Fact]
    public async Task Towns_of_one_name_on_two_sites_stay_two_records_even_with_empty_tables()
    {
        var nothing = SampleReport.Of().Cells.Select(cell => (cell.Cell.ToString(), (decimal?)0)).ToArray();
        var one = SampleReport.Of("石桥镇人民政府", changes: nothing);
        await Settle(Document("http://www.qinghe.gov.cn/a.html", "a"), one);
        await Settle(Document("http://www.yangxi.gov.cn/a.html", "b"), one with { Sections = new Dictionary<string, string> { ["overview"] = "另一个石桥镇。" } });

        Assert.Equal(2, (await All()).Count);
    }

    [Fact]
    public async Task The_same_report_on_two_official_sites_is_one_record_with_two_sources()
    {
        await Settle(Document("http://mzj.hebei.gov.cn/report/2022.html", "a"), SampleReport.Of());
        await Settle(Document(Page, "b"), SampleReport.Of() with { Layout = "words" });

        Assert.Equal([Page, "http://mzj.hebei.gov.cn/report/2022.html"], (await OnlyRecord()).SourceUrls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_official_report_takes_over_from_its_mirror_whichever_comes_first(bool mirrorFirst)
    {
        const string mirror = "http://www.zgbk.com/2023/t1.html";
        var tampered = SampleReport.Of(changes: ("applications.new.total", 999)) with { Trust = SourceTrust.Mirror };
        if (mirrorFirst)
            await Settle(Document(mirror, "m"), tampered);
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));
        if (!mirrorFirst)
            await Settle(Document(mirror, "m"), tampered);

        var record = await OnlyRecord();

        Assert.Equal(7, ValueOf(record, "applications.new.total"));
        Assert.Equal([Page, mirror], record.SourceUrls);
    }

    [Fact]
    public async Task Several_reports_in_one_document_are_several_records()
    {
        await Settle(Document(Page), SampleReport.Of("甲镇人民政府"), SampleReport.Of("乙镇人民政府"), SampleReport.Of("甲镇人民政府", 2023));

        Assert.Equal(["乙镇人民政府 2022", "甲镇人民政府 2022", "甲镇人民政府 2023"], (await All()).Select(record => $"{record.Current.Report.Authority} {record.Current.Report.Year}"));
    }

    [Fact]
    public async Task Reports_without_body_or_year_stay_apart_by_document_and_place()
    {
        await Settle(Document(Page, "a"), SampleReport.Of(authority: null), SampleReport.Of(year: null));
        await Settle(Document(SecondPage, "b"), SampleReport.Of(authority: null), SampleReport.Of(year: null));

        Assert.Equal(4, (await All()).Count);
    }

    private static decimal? ValueOf(StoredRecord record, string cell) => record.Current.Report.Cells.Single(reading => reading.Cell.ToString() == cell).Value;
}
