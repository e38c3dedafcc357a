using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Coverage;
using Pipeline.Store.Export;

namespace Pipeline.Releases.Tables;

/// <summary>A row for each division, level and year: how many reports there are, and how safe they are.</summary>
/// <param name="coverage">Where to look for reports without tables; null where the release is of a part that they cannot be told to belong to.</param>
internal sealed class CoverageTable(IRegionNames regions, CoverageQuery? coverage) : ReleaseTable
{
    public const string Name = "coverage";

    private readonly Dictionary<(string Region, string Level, int Year), Counts> _counts = [];

    public override TableSchema Schema { get; } = new(
        Name,
        new("A row for each division, level and year: how many reports there are", "每行政区划、层级与年度一行：报告数量"),
        [
            new("region_code", ColumnType.Text, new("Administrative division, GB/T 2260; empty where it is not known", "行政区划代码；不明则为空")),
            new("region_name", ColumnType.Text, new("Its name", "行政区划名称")),
            new("level", ColumnType.Text, new("Administrative level of the bodies", "机关的行政层级")),
            new("year", ColumnType.Whole, new("Year that the reports are about", "报告所述年度")) { Required = true },
            new("records", ColumnType.Whole, new("Reports with tables", "有表格的报告数")) { Required = true },
            new("accepted", ColumnType.Whole, new("Of them: safe without a person", "其中：可直接使用")) { Required = true },
            new("reviewed", ColumnType.Whole, new("Of them: a person has finished with them", "其中：已经人工核对")) { Required = true },
            new("review", ColumnType.Whole, new("Of them: wait for a person", "其中：待人工核对")) { Required = true },
            new("source_gone", ColumnType.Whole, new("Of them: no source shows them any more", "其中：来源已消失")) { Required = true },
            new("prose", ColumnType.Whole, new("Further bodies whose only report has no tables", "另有仅发布无表格报告的机关数")) { Required = true },
        ],
        []);

    public override ValueTask Add(ExportedRecord record, TableOutput output, CancellationToken cancellation)
    {
        var report = record.Record.Current.Report;
        if (report.Year is not { } year)
            return ValueTask.CompletedTask;
        var counts = At(report.RegionCode, report.Level is { } level ? StoredName.Of(level) : "", year);
        counts.Accepted += record.Record.Status == ReviewStatus.Accepted ? 1 : 0;
        counts.Reviewed += record.Record.Status == ReviewStatus.Reviewed ? 1 : 0;
        counts.Review += record.Record.Status == ReviewStatus.Review ? 1 : 0;
        counts.Gone += record.Record.State == "source_gone" ? 1 : 0;
        return ValueTask.CompletedTask;
    }

    public override async Task AddRest(TableOutput output, CancellationToken cancellation)
    {
        if (coverage is not null)
        {
            foreach (var count in (await coverage.Counts("", 6, cancellation)).Where(count => count.Prose > 0))
                At(count.Region, "", count.Year).Prose += count.Prose;
        }

        foreach (var ((region, level, year), counts) in _counts.OrderBy(pair => pair.Key.Region, StringComparer.Ordinal).ThenBy(pair => pair.Key.Level, StringComparer.Ordinal).ThenBy(pair => pair.Key.Year))
        {
            var row = output.Rows;
            row.Text(region.Length == 0 ? null : region);
            row.Text(region.Length == 0 ? null : regions.NameOf(region));
            row.Text(level.Length == 0 ? null : level);
            row.Whole(year);
            row.Whole(counts.Accepted + counts.Reviewed + counts.Review);
            row.Whole(counts.Accepted);
            row.Whole(counts.Reviewed);
            row.Whole(counts.Review);
            row.Whole(counts.Gone);
            row.Whole(counts.Prose);
            await output.EndRow(cancellation);
        }
    }

    private Counts At(string? region, string level, int year)
    {
        var key = (region ?? "", level, year);
        if (!_counts.TryGetValue(key, out var counts))
            _counts[key] = counts = new Counts();
        return counts;
    }

    private sealed class Counts
    {
        public long Accepted { get; set; }

        public long Reviewed { get; set; }

        public long Review { get; set; }

        public long Gone { get; set; }

        public long Prose { get; set; }
    }
}
