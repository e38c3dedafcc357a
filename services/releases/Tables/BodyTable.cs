using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Bodies;

namespace Pipeline.Releases.Tables;

/// <summary>A row for each body that reports, under its name of today.</summary>
internal sealed class BodyTable(IRegionNames regions, BodyQuery bodies) : ReleaseTable
{
    private const int PageSize = 5_000;

    public override TableSchema Schema { get; } = new(
        "bodies",
        new("A row for each body; records name it by body_id", "每机关一行；记录以 body_id 指明机关"),
        [
            new("body_id", ColumnType.Whole, new("Number of the body", "机关编号")) { Required = true },
            new("name", ColumnType.Text, new("Its name today", "现名")) { Required = true },
            new("kind", ColumnType.Text, new("Kind of body", "机关种类")) { Required = true },
            new("region_code", ColumnType.Text, new("Administrative division of today, GB/T 2260", "现行政区划代码")),
            new("region_name", ColumnType.Text, new("Its name", "行政区划名称")),
            new("government_id", ColumnType.Whole, new("The government that counts its report in its own", "汇总其报告的政府")),
            new("government", ColumnType.Text, new("Its name", "该政府名称")),
            new("first_year", ColumnType.Whole, new("First year that it reported on", "首个报告年度")),
            new("last_year", ColumnType.Whole, new("Last year that it reported on", "最近报告年度")),
            new("reports", ColumnType.Whole, new("Years that it has reported on", "报告年数")) { Required = true },
            new("confidence", ColumnType.Number, new("Probability that all its names are one body", "各名称属同一机关的概率")) { Required = true, Range = (0, 1) },
        ],
        ["body_id"]);

    public override async Task AddRest(TableOutput output, CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            var page = await bodies.Page(new BodyFilter(), after, PageSize, cancellation);
            foreach (var body in page)
            {
                var row = output.Rows;
                row.Whole(body.Id);
                row.Text(body.Name);
                row.Text(StoredName.Of(body.Kind));
                row.Text(body.Region);
                row.Text(body.Region is { } code ? regions.NameOf(code) : null);
                row.Whole(body.Government?.Id);
                row.Text(body.Government?.Name);
                row.Whole(body.FirstYear);
                row.Whole(body.LastYear);
                row.Whole(body.Reports);
                row.Number(body.Confidence);
                await output.EndRow(cancellation);
            }

            if (page.Count < PageSize)
                return;
            after = page[^1].Id;
        }
    }
}
