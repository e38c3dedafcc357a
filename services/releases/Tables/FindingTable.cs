using Pipeline.Database;
using Pipeline.Store.Findings;

namespace Pipeline.Releases.Tables;

/// <summary>A row for each finding across years and levels. It changes no value: it says what to look at.</summary>
internal sealed class FindingTable(FindingQuery findings) : ReleaseTable
{
    private const int PageSize = 2_000;

    public override TableSchema Schema { get; } = new(
        "findings",
        new("A row for each finding across years and levels", "跨年度与跨层级核查结果，每项一行"),
        [
            new("finding_id", ColumnType.Whole, new("Number of the finding", "核查编号")) { Required = true },
            new("kind", ColumnType.Text, new("What was compared", "核查种类")) { Required = true },
            new("outcome", ColumnType.Text, new("What came of it", "核查结果")) { Required = true },
            new("body_id", ColumnType.Whole, new("Body that it is about", "所涉机关")) { Required = true },
            new("body", ColumnType.Text, new("Its name", "机关名称")) { Required = true },
            new("year", ColumnType.Whole, new("Year of the report", "年度")) { Required = true },
            new("equation", ColumnType.Text, new("Equation of the form; empty for what is no equation", "等式；非等式则为空")),
            new("cause", ColumnType.Text, new("What explains it", "原因")),
            new("records", ColumnType.Text, new("Records compared, the one of the year first, between spaces", "所比记录（空格分隔）")),
            new("cells", ColumnType.Text, new("Cells that differ, between spaces", "相异单元格（空格分隔）")),
            new("found_at", ColumnType.Time, new("When it last said something new", "发现时间")) { Required = true },
        ],
        ["finding_id"]);

    public override async Task AddRest(TableOutput output, CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            var page = await findings.Page(new FindingFilter { Agreeing = true }, after, PageSize, cancellation);
            foreach (var finding in page)
            {
                var row = output.Rows;
                row.Whole(finding.Id);
                row.Text(StoredName.Of(finding.Kind));
                row.Text(StoredName.Of(finding.Outcome));
                row.Whole(finding.Body.Id);
                row.Text(finding.Body.Name);
                row.Whole(finding.Year);
                row.Text(finding.Check.Length == 0 ? null : finding.Check);
                row.Text(finding.Cause is { } cause ? StoredName.Of(cause) : null);
                row.Text(string.Join(' ', finding.Records));
                row.Text(string.Join(' ', finding.Cells.Select(cell => cell.Cell)));
                row.Time(finding.FoundAt);
                await output.EndRow(cancellation);
            }

            if (page.Count < PageSize)
                return;
            after = page[^1].Id;
        }
    }
}
