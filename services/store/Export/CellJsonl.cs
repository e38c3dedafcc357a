using Pipeline.Contracts.Forms;

namespace Pipeline.Store.Export;

/// <summary>One line per cell, with its proof.</summary>
internal sealed class CellJsonl(Stream output) : JsonLines(output)
{
    public override async Task Write(ExportedRecord exported, CancellationToken cancellation)
    {
        var record = exported.Record;
        var version = record.Current;
        var report = version.Report;
        foreach (var (cell, form) in report.Cells.Zip(FormCatalog.Current.Form(report.Form).Cells))
            await Line(
                new
                {
                    report.Authority,
                    report.Year,
                    report.Form,
                    Region = report.RegionCode,
                    record.Status,
                    report.Trust,
                    cell.Cell,
                    cell.Value,
                    cell.Raw,
                    cell.Confidence,
                    cell.Rule,
                    Locator = cell.Source,
                    cell.Evidence,
                    version.SourceUrl,
                    version.Snapshot,
                    Extractor = version.Reading.ExtractorVersion,
                    Review = exported.Reviews.GetValueOrDefault(cell.Cell) is { } review ? ExportedReview.Of(review) : null,
                    BestValue = exported.Best(cell),
                    LabelZh = form.Name.Chinese,
                    LabelEn = form.Name.English,
                    version.RecordId,
                    RecordPage = exported.Page,
                    exported.Site,
                    RegionZh = exported.RegionName,
                    ProvinceZh = exported.Province?.Chinese,
                    ProvinceEn = exported.Province?.English,
                },
                cancellation);
    }
}
