using System.Text.Json;
using Dapper;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Documents;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

public sealed class SqliteSettlementTests : SettlementTests<Sqlite>;

public sealed class PostgresSettlementTests : SettlementTests<Postgres>;

public abstract class SettlementTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Page = "http://www.qinghe.gov.cn/2023/t1.html";
    private const string Attachment = "http://www.qinghe.gov.cn/2023/P1.pdf";
    private const string SecondPage = "http://www.qinghe.gov.cn/2023/t2.html";

    [Fact]
    public async Task A_report_comes_back_as_it_was_stored()
    {
        var report = SampleReport.Of(changes: [("disclosure.fees.amount_10k_cny", 12.5m), ("applications.new.other", null), ("applications.new.total", -2)]);
        await Settle(Document(Page), report);

        var record = await OnlyRecord();

        Assert.Equal(JsonSerializer.Serialize(report), JsonSerializer.Serialize(record.Current.Report));
        Assert.Equal(Document(Page).Snapshot, record.Current.Snapshot);
        Assert.Equal(Start, record.Current.FetchedAt);
        Assert.Equal("html/AngleSharp 1.10.3", record.Current.Reading.Reader);
        Assert.Equal([Page], record.SourceUrls);
    }

    [Fact]
    public async Task Hostile_text_is_stored_and_read_back()
    {
        await Settle(Document(Page), SampleReport.Of(authority: "清河\0县\ud800局") with { Title = "\0", Sections = new Dictionary<string, string> { ["other"] = "a\0b\ud800" } });

        var report = (await OnlyRecord()).Current.Report;

        Assert.Equal("清河\uFFFD县\uFFFD局", report.Authority);
        Assert.Equal(200, report.Cells.Count);
    }

    [Fact]
    public async Task The_order_of_the_sections_makes_no_other_reading()
    {
        var report = SampleReport.Of();
        await Settle(Document(Page), report);
        await Settlement.Settle(Document(Page), Extracted("2.0", report with { Sections = report.Sections.Reverse().ToDictionary() }), default);

        await using var connection = await Database.Open(default);
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM record_versions"));
    }

    [Fact]
    public async Task The_same_result_twice_changes_nothing()
    {
        await Settle(Document(Page), SampleReport.Of());
        var before = await Everything();
        Clock.Now += TimeSpan.FromHours(1);

        await Settle(Document(Page), SampleReport.Of());

        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task New_content_gives_a_new_version_and_keeps_the_old()
    {
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));
        await Settle(Document(Page, "second", day: 1), SampleReport.Of(changes: ("applications.new.total", 8)));

        var record = await OnlyRecord();
        var history = await Records.History(record.Current.RecordId, default);

        Assert.Equal([1, 2], history.Select(version => version.Number));
        Assert.Equal(2, record.Current.Number);
        var change = Assert.Single(RecordDifference.Between(history[0].Report, history[1].Report).Cells);
        Assert.Equal((7, 8), ((int)change.Before!.Value!, (int)change.After!.Value!));
    }

    [Fact]
    public async Task A_late_message_about_older_content_does_not_become_current()
    {
        await Settle(Document(Page, "second", day: 1), SampleReport.Of(changes: ("applications.new.total", 8)));
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));

        Assert.Equal(8, ValueOf(await OnlyRecord(), "applications.new.total"));
    }

    [Fact]
    public async Task Content_that_goes_back_makes_the_old_version_current_again()
    {
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));
        await Settle(Document(Page, "second", day: 1), SampleReport.Of(changes: ("applications.new.total", 8)));
        await Settle(Document(Page, day: 2), SampleReport.Of(changes: ("applications.new.total", 7)));

        var record = await OnlyRecord();

        Assert.Equal(7, ValueOf(record, "applications.new.total"));
        Assert.Equal(2, record.Versions);
    }

    [Fact]
    public async Task The_same_reading_by_a_newer_extractor_adds_no_version()
    {
        await Settle(Document(Page), SampleReport.Of());
        await Settlement.Settle(Document(Page), Extracted("2.0", SampleReport.Of()), default);

        Assert.Equal(1, (await OnlyRecord()).Versions);
    }

    [Fact]
    public async Task A_different_reading_by_a_newer_extractor_becomes_current_and_stays_so_when_the_old_one_repeats()
    {
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));
        await Settlement.Settle(Document(Page), Extracted("2.0", SampleReport.Of(changes: ("applications.new.total", 8))), default);
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));

        Assert.Equal(8, ValueOf(await OnlyRecord(), "applications.new.total"));
        Assert.Equal(2, (await OnlyRecord()).Versions);
    }

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_one_year_carries_forward_is_compared_with_what_the_next_carries_over(bool laterYearFirst)
    {
        var before = SampleReport.Of(year: 2022, changes: [("applications.carried_forward.total", 5)]);
        var after = SampleReport.Of(year: 2023, changes: [.. before.Cells.Where(cell => cell.Cell.ToString().StartsWith("applications.carried_forward.", StringComparison.Ordinal) && cell.Value != 5)
            .Select(cell => (cell.Cell.ToString().Replace("forward", "over", StringComparison.Ordinal), cell.Value)), ("applications.carried_over.total", 3m)]);
        await Settle(Document(laterYearFirst ? SecondPage : Page, "1"), laterYearFirst ? after : before);
        await Settle(Document(laterYearFirst ? Page : SecondPage, "2"), laterYearFirst ? before : after);

        var finding = Assert.Single((await All()).Single(record => record.Current.Report.Year == 2023).Findings);

        Assert.Equal(("year_to_year:total", 5, 3), (finding.Check, (int)finding.Left, (int)finding.Right));
        Assert.Empty((await All()).Single(record => record.Current.Report.Year == 2022).Findings);
    }

    [Fact]
    public async Task The_order_of_messages_does_not_matter()
    {
        (string Url, string? Referrer, AnnualReport Report)[] documents =
        [
            (Page, null, SampleReport.Of()),
            (Attachment, Page, SampleReport.Of() with { Layout = "words" }),
            (SecondPage, null, SampleReport.Of(changes: ("applications.new.total", 8))),
            ("http://www.zgbk.com/2023/t1.html", null, SampleReport.Of() with { Trust = SourceTrust.Mirror }),
            ("http://mzj.hebei.gov.cn/report/2022.html", null, SampleReport.Of() with { Layout = "list" }),
            ("http://mzj.hebei.gov.cn/report/2021.html", null, SampleReport.Of(year: 2021)),
        ];
        var exports = new HashSet<string>();
        foreach (var order in new[] { [0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], new[] { 3, 1, 4, 0, 5, 2 } })
        {
            await using var engine = new TEngine();
            await using var database = await engine.Create();
            await StoreSchema.Migrate(database, default);
            var settlement = new Settlement(database, Clock);
            foreach (var (url, referrer, report) in order.Select(place => documents[place]))
                await settlement.Settle(Document(url, url, referrer: referrer), Extracted("1.0", report), default);
            using var stream = new MemoryStream();
            await new RecordExport(database).Write(stream, ExportFormat.Jsonl, ExportShape.Records, new RecordFilter(), default);
            exports.Add(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        }

        Assert.Single(exports);
    }

    [Fact]
    public async Task Many_workers_that_settle_the_same_documents_at_once_store_each_once()
    {
        var documents = Enumerable.Range(0, 12).Select(n => (Document: Document($"http://www.qinghe.gov.cn/{n}.html", $"{n}"), Report: SampleReport.Of(year: 2015 + (n % 6)))).ToList();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            foreach (var (document, report) in worker % 2 == 0 ? documents : Enumerable.Reverse(documents))
                await Settle(document, report);
        })));

        var records = await All();

        Assert.Equal(6, records.Count);
        Assert.All(records, record => Assert.Equal((2, 2), (record.Versions, record.SourceUrls.Count)));
    }

    [Fact]
    public async Task Values_can_be_queried_by_cell_name()
    {
        await Settle(Document(Page), SampleReport.Of(changes: [("disclosure.fees.amount_10k_cny", 12.5m), ("applications.new.other", null)]));

        await using var connection = await Database.Open(default);
        var values = (await connection.QueryAsync<(string Cell, double? Value)>("SELECT cell_id, CAST(value AS DOUBLE PRECISION) FROM cell_values WHERE authority = '清河县民政局' AND year = 2022")).ToDictionary(row => row.Cell, row => row.Value);

        Assert.Equal(200, values.Count);
        Assert.Equal(12.5, values["disclosure.fees.amount_10k_cny"]);
        Assert.Null(values["applications.new.other"]);
    }

    private static decimal? ValueOf(StoredRecord record, string cell) => record.Current.Report.Cells.Single(reading => reading.Cell.ToString() == cell).Value;
}
