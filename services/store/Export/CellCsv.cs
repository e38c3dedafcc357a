using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Database;

namespace Pipeline.Store.Export;

/// <summary>One line per cell, with its labels and its proof.</summary>
internal sealed class CellCsv(Stream output) : CsvLines(output, Columns)
{
    private static readonly string[] Columns =
    [
        "authority", "year", "form", "region", "status", "trust", "cell", "section", "group", "row", "column", "value", "raw", "confidence", "rule", "locator",
        "evidence", "source_url", "snapshot", "extractor", "verdict", "reviewed_value", "reviewer", "reviewed_at", "review_reason", "best_value", "genre", "label_zh", "label_en", "record_id", "record_page", "site", "region_zh", "province_zh", "province_en",
    ];

    public override async Task Write(ExportedRecord exported, CancellationToken cancellation)
    {
        var record = exported.Record;
        var version = record.Current;
        var report = version.Report;
        foreach (var (cell, labels) in report.Cells.Zip(FormCatalog.Current.Form(report.Form).Cells))
        {
            Text(report.Authority);
            Number(report.Year);
            Text(report.Form);
            Text(report.RegionCode);
            Text(StoredName.Of(record.Status));
            Text(StoredName.Of(report.Trust));
            Text(cell.Cell.ToString());
            Text(labels.SectionLabel);
            Text(labels.GroupLabel);
            Text(labels.RowLabel);
            Text(labels.Column.Label);
            Number(cell.Value);
            Text(cell.Raw);
            Probability(cell.Confidence);
            Text(cell.Rule);
            Text(cell.Source is null ? null : JsonSerializer.Serialize<Locator>(cell.Source));
            Text(string.Join(' ', cell.Evidence));
            Text(version.SourceUrl);
            Text(version.Snapshot.ToString());
            Text(version.Reading.ExtractorVersion);
            var review = exported.Reviews.GetValueOrDefault(cell.Cell);
            Text(review is null ? null : StoredName.Of(review.Verdict));
            Number(review?.Value);
            Text(review?.Reviewer);
            Text(review is null ? null : StoredTime.Text(review.ReviewedAt));
            Text(review?.Reason);
            Number(exported.Best(cell));
            Text(FormCatalog.Current.GenreOf(report.Form).Id);
            Text(labels.Name.Chinese);
            Text(labels.Name.English);
            Number(version.RecordId);
            Text(exported.Page);
            Text(exported.Site);
            Text(exported.RegionName);
            Text(exported.Province?.Chinese);
            Text(exported.Province?.English);
            await EndLine(cancellation);
        }
    }
}
