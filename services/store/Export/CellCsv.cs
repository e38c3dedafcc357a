using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Store.Records;

namespace Pipeline.Store.Export;

/// <summary>One line per cell, with its labels and its proof.</summary>
internal sealed class CellCsv(Stream output) : CsvLines(output, Columns)
{
    private static readonly string[] Columns =
    [
        "authority", "year", "form", "region", "status", "trust", "cell", "section", "group", "row", "column", "value", "raw", "confidence", "rule", "locator",
        "evidence", "source_url", "snapshot", "extractor",
    ];

    public override async Task Write(StoredRecord record, CancellationToken cancellation)
    {
        var version = record.Current;
        var report = version.Report;
        foreach (var (cell, labels) in report.Cells.Zip(OfficialForm.Get(report.Form).Cells))
        {
            Text(report.Authority);
            Number(report.Year);
            Text(report.Form);
            Text(report.RegionCode);
            Text(StoredName.Of(report.Status));
            Text(StoredName.Of(report.Trust));
            Text(cell.Cell.ToString());
            Text(labels.Section);
            Text(labels.Group);
            Text(labels.Row);
            Text(labels.Column);
            Number(cell.Value);
            Text(cell.Raw);
            Probability(cell.Confidence);
            Text(cell.Rule);
            Text(cell.Source is null ? null : JsonSerializer.Serialize<Locator>(cell.Source));
            Text(string.Join(' ', cell.Evidence));
            Text(version.SourceUrl);
            Text(version.Snapshot.ToString());
            Text(version.Reading.ExtractorVersion);
            await EndLine(cancellation);
        }
    }
}
