using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Documents;
using Pipeline.Store.Export;
using Pipeline.Store.Reviews;

namespace Pipeline.Releases.Tables;

/// <summary>A row for each body and year: what is known of the report, and the best value of every cell of every form.</summary>
internal sealed class RecordTable : ReleaseTable
{
    public const string Name = "records";

    private static readonly ImmutableArray<Column> Facts =
    [
        new("record_id", ColumnType.Whole, new("Number of the record in the database, its pages and its API", "记录编号（数据库、页面与接口相同）")) { Required = true },
        new("record_key", ColumnType.Text, new("Name of the record that outlives the database: site, body and year", "记录的长期标识：网站、机关与年度")) { Required = true },
        new("authority", ColumnType.Text, new("Publishing body as printed", "发布机关（按原文）")),
        new("body_id", ColumnType.Whole, new("The body, under all its names", "机关编号（含曾用名）")),
        new("year", ColumnType.Whole, new("Year that the report is about", "报告所述年度")),
        new("form", ColumnType.Text, new("Official form", "报告格式")) { Required = true, Values = [.. FormCatalog.Current.Forms.Select(form => form.Id)] },
        new("genre", ColumnType.Text, new("Kind of document", "文件种类")) { Required = true, Values = [.. FormCatalog.Current.Genres.Select(genre => genre.Id)] },
        new("title", ColumnType.Text, new("Title as printed", "标题（按原文）")),
        new("published", ColumnType.Day, new("Day of publication", "发布日期")),
        new("level", ColumnType.Text, new("Administrative level", "行政层级")) { Values = Names<AdministrativeLevel>() },
        new("region_code", ColumnType.Text, new("Administrative division, GB/T 2260", "行政区划代码（GB/T 2260）")),
        new("region_name", ColumnType.Text, new("Its name", "行政区划名称")),
        new("province_en", ColumnType.Text, new("Its province in English", "所在省份（英文）")),
        new("status", ColumnType.Text, new("accepted: safe without a person; reviewed: a person has finished with it; review: it waits for one", "accepted 可直接使用；reviewed 已经人工核对；review 待人工核对")) { Required = true, Values = Names<ReviewStatus>() },
        new("confidence", ColumnType.Number, new("Probability that the machine read every cell right", "全部单元格识别正确的概率")) { Required = true, Range = (0, 1) },
        new("checks_passed", ColumnType.Whole, new("Equations of the form that hold", "成立的表内等式数")) { Required = true },
        new("violations", ColumnType.Text, new("Equations of the form that do not hold", "不成立的表内等式")),
        new("findings", ColumnType.Text, new("Equations with the year before that do not hold", "与上年不符的等式")),
        new("trust", ColumnType.Text, new("Whether the source is official", "来源是否官方")) { Required = true, Values = Names<SourceTrust>() },
        new("state", ColumnType.Text, new("current, or source_gone when every source has gone", "current 来源仍在；source_gone 来源已消失")) { Required = true },
        new("site", ColumnType.Text, new("Site of the document", "来源网站")) { Required = true },
        new("source_url", ColumnType.Text, new("Document that it was read from", "来源文件地址")) { Required = true },
        new("source_urls", ColumnType.Text, new("All documents that show it, between spaces", "全部来源地址（空格分隔）")) { Required = true },
        new("snapshot", ColumnType.Text, new("SHA-256 of the bytes that were read", "快照的 SHA-256")) { Required = true },
        new("fetched_at", ColumnType.Time, new("When they were fetched", "抓取时间")) { Required = true },
        new("stored_at", ColumnType.Time, new("When this reading was stored", "入库时间")) { Required = true },
        new("reader", ColumnType.Text, new("What read the file", "读取程序")) { Required = true },
        new("extractor", ColumnType.Text, new("Version of the extractor", "提取程序版本")) { Required = true },
        new("corrections", ColumnType.Text, new("Cells that a person corrected, between spaces", "人工更正的单元格（空格分隔）")),
        new("decided_at", ColumnType.Time, new("When a person last decided about one of its cells", "最近一次人工判定单元格的时间")),
        new("reviewed_by", ColumnType.Text, new("Who has finished with the record", "核对人")),
        new("reviewed_at", ColumnType.Time, new("When", "核对时间")),
    ];

    /// <summary>Cells of all forms, each once, in the order of the columns.</summary>
    public static readonly ImmutableArray<FormCell> Cells = [.. FormCatalog.Current.Forms.SelectMany(form => form.Cells).DistinctBy(cell => cell.Id)];

    /// <summary>Whether a column tells of the report and is no cell of a form.</summary>
    public static bool IsFact(string column) => Facts.Any(fact => fact.Name == column);

    private static readonly Dictionary<CellId, int> Places = Cells.Select((cell, place) => (cell.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);

    private readonly decimal?[] _best = new decimal?[Cells.Length];

    public override TableSchema Schema { get; } = new(
        Name,
        new("A row for each body and year, with the best value of every cell", "每机关每年度一行，含各单元格的最佳值"),
        [.. Facts, .. Cells.Select(cell => new Column(cell.Id.ToString(), ColumnType.Number, cell.Name))],
        ["record_id"]);

    public override ValueTask Add(ExportedRecord record, TableOutput output, CancellationToken cancellation)
    {
        AddFacts(record, output.Rows);
        Array.Clear(_best);
        foreach (var cell in record.Record.Current.Report.Cells)
            _best[Places[cell.Cell]] = record.Best(cell);
        foreach (var value in _best)
            output.Rows.Number(value);
        return output.EndRow(cancellation);
    }

    private static void AddFacts(ExportedRecord exported, RowBatch row)
    {
        var record = exported.Record;
        var version = record.Current;
        var report = version.Report;
        row.Whole(version.RecordId);
        row.Text(record.Key);
        row.Text(report.Authority);
        row.Whole(record.BodyId);
        row.Whole(report.Year);
        row.Text(report.Form);
        row.Text(FormCatalog.Current.GenreOf(report.Form).Id);
        row.Text(report.Title);
        row.Day(report.Published);
        row.Text(report.Level is { } level ? StoredName.Of(level) : null);
        row.Text(report.RegionCode);
        row.Text(exported.RegionName);
        row.Text(exported.Province?.English);
        row.Text(StoredName.Of(record.Status));
        row.Number(report.Confidence);
        row.Whole(report.ChecksPassed);
        row.Text(Joined(report.Violations.Select(violation => violation.Check)));
        row.Text(Joined(record.Findings.Select(finding => finding.Check)));
        row.Text(StoredName.Of(report.Trust));
        row.Text(record.State);
        row.Text(SiteName.Of(version.SourceUrl));
        row.Text(version.SourceUrl);
        row.Text(Joined(record.SourceUrls));
        row.Text(version.Snapshot.ToString());
        row.Time(version.FetchedAt);
        row.Time(version.StoredAt);
        row.Text(version.Reading.Reader);
        row.Text(version.Reading.ExtractorVersion);
        row.Text(Joined(exported.Reviews.Values.Where(review => review.Verdict == ReviewVerdict.Corrected).Select(review => review.Cell.ToString()).Order(StringComparer.Ordinal)));
        row.Time(exported.Reviews.Values.Max(review => (DateTimeOffset?)review.ReviewedAt));
        row.Text(record.FinishedBy);
        row.Time(record.FinishedAt);
    }

    private static string? Joined(IEnumerable<string> texts) => string.Join(' ', texts) is { Length: > 0 } joined ? joined : null;

    private static ImmutableArray<string> Names<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(StoredName.Of)];
}
