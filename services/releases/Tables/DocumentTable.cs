using Pipeline.Store.Documents;

namespace Pipeline.Releases.Tables;

/// <summary>A row for each address that was fetched, whatever came of it: what is missing from the records can be looked up here.</summary>
/// <param name="source">Only documents of this source; null for all.</param>
internal sealed class DocumentTable(DocumentQuery documents, string? source) : ReleaseTable
{
    private const int PageSize = 5_000;

    public override TableSchema Schema { get; } = new(
        "documents",
        new("A row for each document that was fetched, and what came of it", "每个抓取过的文件一行，含处理结果"),
        [
            new("document_id", ColumnType.Whole, new("Number of the document in the database", "文件编号")) { Required = true },
            new("url", ColumnType.Text, new("Address", "地址")) { Required = true },
            new("site", ColumnType.Text, new("Site", "网站")) { Required = true },
            new("source", ColumnType.Text, new("Source in the sources file", "来源名称")) { Required = true },
            new("first_seen_at", ColumnType.Time, new("When it was first fetched", "首次抓取时间")) { Required = true },
            new("last_checked_at", ColumnType.Time, new("When it was last asked for", "最近检查时间")) { Required = true },
            new("last_outcome", ColumnType.Text, new("What the last check found", "最近检查结果")) { Required = true },
            new("gone_at", ColumnType.Time, new("Since when it is gone", "消失时间")),
            new("result", ColumnType.Text, new("What its content is: reports, not_a_report or failed", "内容：reports 报告；not_a_report 非报告；failed 失败")),
            new("reason", ColumnType.Text, new("Why it is no report", "原因代码")),
            new("detail", ColumnType.Text, new("The reason in words", "原因说明")),
            new("snapshot", ColumnType.Text, new("SHA-256 of its last content", "最近内容的 SHA-256")),
        ],
        ["document_id"]);

    public override async Task AddRest(TableOutput output, CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            var page = await documents.Page(new DocumentFilter { Source = source }, after, PageSize, cancellation);
            foreach (var document in page)
            {
                Add(document, output.Rows);
                await output.EndRow(cancellation);
            }

            if (page.Count < PageSize)
                return;
            after = page[^1].Id;
        }
    }

    private static void Add(DocumentLine document, RowBatch row)
    {
        row.Whole(document.Id);
        row.Text(document.Url);
        row.Text(SiteName.Of(document.Url));
        row.Text(document.Source);
        row.Time(document.FirstSeenAt);
        row.Time(document.LastCheckedAt);
        row.Text(document.LastOutcome);
        row.Time(document.GoneAt);
        row.Text(document.Result);
        row.Text(document.ResultReason);
        row.Text(document.ResultDetail);
        row.Text(document.Snapshot?.ToString());
    }
}
