using Pipeline.Contracts.Forms;
using Pipeline.Database;

namespace Pipeline.Store.Export;

/// <summary>One line per record, with all its values and section texts.</summary>
internal sealed class RecordJsonl(Stream output) : JsonLines(output)
{
    public override Task Write(ExportedRecord exported, CancellationToken cancellation)
    {
        var record = exported.Record;
        var version = record.Current;
        var report = version.Report;
        return Line(
            new
            {
                report.Authority,
                report.Year,
                report.Form,
                report.Title,
                report.Published,
                report.Level,
                Region = report.RegionCode,
                record.Status,
                report.Confidence,
                report.ChecksPassed,
                Violations = report.Violations.Select(violation => violation.Check),
                Findings = record.Findings.Select(finding => finding.Check),
                report.Trust,
                record.State,
                version.SourceUrl,
                record.SourceUrls,
                version.Snapshot,
                FetchedAt = StoredTime.Text(version.FetchedAt),
                version.Reading.Reader,
                Extractor = version.Reading.ExtractorVersion,
                Cells = report.Cells.ToDictionary(cell => cell.Cell.ToString(), cell => cell.Value),
                report.Sections,
                Genre = FormCatalog.Current.GenreOf(report.Form).Id,
                BestCells = report.Cells.ToDictionary(cell => cell.Cell.ToString(), exported.Best),
                ReviewedBy = record.FinishedBy,
                ReviewedAt = record.FinishedAt is { } finished ? StoredTime.Text(finished) : null,
                version.RecordId,
                RecordPage = exported.Page,
                exported.Site,
                RegionZh = exported.RegionName,
                ProvinceZh = exported.Province?.Chinese,
                ProvinceEn = exported.Province?.English,
                Reviews = exported.Reviews.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).ToDictionary(pair => pair.Key.ToString(), pair => ExportedReview.Of(pair.Value)),
            },
            cancellation);
    }
}
