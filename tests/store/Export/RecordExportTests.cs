using System.Text.Json;
using CsvHelper;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Export;

public sealed class SqliteRecordExportTests : RecordExportTests<Sqlite>;

public sealed class PostgresRecordExportTests : RecordExportTests<Postgres>;

public abstract class RecordExportTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    [Fact]
    public async Task A_wide_line_holds_the_record_its_values_and_where_it_came_from()
    {
        await Settle(Document(Url), SampleReport.Of(changes: [("applications.new.other", null), ("disclosure.fees.amount_10k_cny", 12.5m)]) with
        {
            Violations = [new Violation("row_total:granted", 3, 4, [], ViolationCause.Publisher)],
        });

        var lines = (await Exported(ExportFormat.Jsonl, ExportShape.Records)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var line = JsonDocument.Parse(Assert.Single(lines)).RootElement;

        Assert.Equal(("清河县民政局", 2022, "2021"), (line.GetProperty("authority").GetString(), line.GetProperty("year").GetInt32(), line.GetProperty("form").GetString()));
        Assert.Equal(("2023-01-20", "accepted", 0.9876), (line.GetProperty("published").GetString(), line.GetProperty("status").GetString(), line.GetProperty("confidence").GetDouble()));
        Assert.Equal((Url, "official", "county", "130534"), (line.GetProperty("source_url").GetString(), line.GetProperty("trust").GetString(), line.GetProperty("level").GetString(), line.GetProperty("region").GetString()));
        Assert.Equal(Url, line.GetProperty("source_urls")[0].GetString());
        Assert.Equal("row_total:granted", line.GetProperty("violations")[0].GetString());
        Assert.Equal(Document(Url).Snapshot.ToString(), line.GetProperty("snapshot").GetString());
        Assert.Equal(200, line.GetProperty("cells").EnumerateObject().Count());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("cells").GetProperty("applications.new.other").ValueKind);
        Assert.Equal("12.5", line.GetProperty("cells").GetProperty("disclosure.fees.amount_10k_cny").GetRawText());
        Assert.Contains("清河县民政局", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tidy_line_holds_one_cell_with_its_labels_and_its_proof()
    {
        await Settle(Document(Url), SampleReport.Of(changes: [("applications.new.total", 1234)]));

        var rows = Read(await Exported(ExportFormat.Csv, ExportShape.Cells));
        var row = rows.Single(cell => cell["cell"] == "applications.new.total");

        Assert.Equal(200, rows.Count);
        Assert.Equal(("1234", "1234", "总计", "三"), (row["value"], row["raw"], row["column"], row["section"]));
        Assert.Equal("html", JsonDocument.Parse(row["locator"]).RootElement.GetProperty("kind").GetString());
        Assert.Equal(Url, row["source_url"]);
        Assert.Equal(200, (await Exported(ExportFormat.Jsonl, ExportShape.Cells)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => JsonDocument.Parse(line) is not null));
    }

    [Fact]
    public async Task A_wide_table_has_a_column_for_every_cell_of_both_forms()
    {
        await Settle(Document(Url), SampleReport.Of(), SampleReport.Of(year: 2019, form: "2019"));

        var rows = Read(await Exported(ExportFormat.Csv, ExportShape.Records));

        Assert.Equal(["2019", "2022"], rows.Select(row => row["year"]));
        Assert.Equal(rows[0].Keys, rows[1].Keys);
        Assert.Equal(("", "0"), (rows[0]["disclosure.regulations.issued"], rows[1]["disclosure.regulations.issued"]));
        Assert.Equal(("0", ""), (rows[0]["disclosure.regulations.made"], rows[1]["disclosure.regulations.made"]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a\"b,\r\nc", "a\"b,\r\nc")]
    public async Task A_spreadsheet_runs_nothing_that_a_page_printed(string title, string exported)
    {
        await Settle(Document(Url), SampleReport.Of() with { Title = title });

        Assert.Equal(exported, Assert.Single(Read(await Exported(ExportFormat.Csv, ExportShape.Records)))["title"]);
    }

    [Fact]
    public async Task A_negative_number_stays_a_number()
    {
        await Settle(Document(Url), SampleReport.Of(changes: ("applications.new.total", -2)));

        Assert.Equal("-2", Assert.Single(Read(await Exported(ExportFormat.Csv, ExportShape.Records)))["applications.new.total"]);
        var cell = Read(await Exported(ExportFormat.Csv, ExportShape.Cells)).Single(row => row["cell"] == "applications.new.total");
        Assert.Equal(("-2", "-2"), (cell["value"], cell["raw"]));
    }

    [Fact]
    public async Task A_cell_is_named_in_both_languages_and_leads_to_the_page_of_its_record()
    {
        await Settle(Document(Url), SampleReport.Of("清河县民政局", 2023));
        var page = $"/record?key={Uri.EscapeDataString("qinghe.gov.cn 清河县民政局 2023")}";
        var name = FormCatalog.Current.Form("2021").Cells.Single(cell => cell.Id.ToString() == "applications.new.total").Name;

        var cell = Read(await Exported(ExportFormat.Csv, ExportShape.Cells)).Single(row => row["cell"] == "applications.new.total");

        Assert.Equal((name.Chinese, name.English, page, "qinghe.gov.cn"), (cell["label_zh"], cell["label_en"], cell["record_page"], cell["site"]));
        Assert.Contains($"\"record_page\":\"{page}\"", await Exported(ExportFormat.Jsonl, ExportShape.Records), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_is_named_beside_its_code_and_its_province_in_both_languages()
    {
        await Settle(Document(Url), SampleReport.Of() with { RegionCode = "130534" });
        await Settle(Document("http://www.other.gov.cn/1.html", "other"), SampleReport.Of("乙局") with { RegionCode = null });

        var records = Read(await Exported(ExportFormat.Csv, ExportShape.Records)).ToDictionary(row => row["site"]);

        Assert.Equal(("130534", "清河县", "河北", "Hebei"), (records["qinghe.gov.cn"]["region"], records["qinghe.gov.cn"]["region_zh"], records["qinghe.gov.cn"]["province_zh"], records["qinghe.gov.cn"]["province_en"]));
        Assert.Equal(("", "", ""), (records["other.gov.cn"]["region"], records["other.gov.cn"]["region_zh"], records["other.gov.cn"]["province_en"]));
    }

    [Fact]
    public async Task Spreadsheets_see_the_encoding_and_an_empty_store_still_has_its_columns()
    {
        var csv = await Exported(ExportFormat.Csv, ExportShape.Cells);

        Assert.StartsWith("\uFEFFauthority,year,", csv, StringComparison.Ordinal);
        Assert.EndsWith(",reviewed_at,review_reason,best_value,genre,label_zh,label_en,record_id,record_page,site,region_zh,province_zh,province_en\r\n", csv, StringComparison.Ordinal);
        Assert.Equal("", await Exported(ExportFormat.Jsonl, ExportShape.Records));
    }

    [Fact]
    public async Task Every_record_of_many_pages_is_written_once()
    {
        for (var town = 0; town < 9; town++)
        {
            var reports = Enumerable.Range(0, 50).Select(n => SampleReport.Of($"第{n}镇人民政府", 2010 + town));
            await Settle(Document($"http://www.qinghe.gov.cn/{town}.html", $"{town}"), [.. reports]);
        }

        using var stream = new MemoryStream();
        var written = await new RecordExport(Database, new Qinghe(), NullLogger<RecordExport>.Instance).Write(stream, ExportFormat.Csv, ExportShape.Records, new RecordFilter(), default);

        Assert.Equal(450, written.Written);
        Assert.Equal(450, Read(System.Text.Encoding.UTF8.GetString(stream.ToArray())).Select(row => row["authority"] + row["year"]).Distinct().Count());
    }

    [Fact]
    public async Task A_damaged_record_is_left_out_and_named_and_the_others_follow()
    {
        await Settle(Document(Url), SampleReport.Of("甲局"));
        await Settle(Document(Url + "?2", "x"), SampleReport.Of("乙局"));
        await using (var connection = await Database.Open(default))
            await connection.ExecuteAsync("UPDATE record_versions SET detail = @damaged WHERE authority = '甲局'", new { damaged = new byte[] { 1, 2, 3 } });

        using var stream = new MemoryStream();
        var tally = await new RecordExport(Database, new Qinghe(), NullLogger<RecordExport>.Instance).Write(stream, ExportFormat.Jsonl, ExportShape.Records, new RecordFilter(), default);

        Assert.Equal(1, tally.Written);
        Assert.Equal(Url, Assert.Single(tally.Damaged).Url);
        Assert.Contains("乙局", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static List<Dictionary<string, string>> Read(string csv)
    {
        using var reader = CsvReader.Create(new StringReader(csv.TrimStart('\uFEFF')));
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            var row = new Dictionary<string, string>();
            for (var field = 0; field < reader.FieldCount; field++)
                row.Add(reader.Headers[field], reader.GetString(field));
            rows.Add(row);
        }

        return rows;
    }
}
