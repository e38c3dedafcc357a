using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

public sealed class SqliteSettlementTests : SettlementTests<Sqlite>;

public sealed class PostgresSettlementTests : SettlementTests<Postgres>;

/// <summary>What is settled is stored as it was read, in whatever order it comes.</summary>
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
            var settlement = new Settlement(database, Clock, NullLogger<Settlement>.Instance);
            foreach (var (url, referrer, report) in order.Select(place => documents[place]))
                await settlement.Settle(Document(url, url, referrer: referrer), Extracted("1.0", report), default);
            using var stream = new MemoryStream();
            await new RecordExport(database, new Qinghe(), NullLogger<RecordExport>.Instance).Write(stream, ExportFormat.Jsonl, ExportShape.Records, new RecordFilter(), default);
            // Records are numbered as they come.
            exports.Add(Regex.Replace(System.Text.Encoding.UTF8.GetString(stream.ToArray()), "\"record_(id|page)\":[^,]*,", ""));
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
}
