using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Database;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>One line per record, a column for each cell of all forms as the machine read it, and one for the value to use.</summary>
internal sealed class RecordCsv(Stream output) : CsvLines(output, [.. Facts, .. Cells.Select(cell => cell.ToString()), "reviewed_by", "reviewed_at", .. Cells.Select(cell => $"best:{cell}"), "genre", "record_id", "record_page", "site", "region_zh", "province_zh", "province_en"])
{
    private static readonly string[] Facts =
    [
        "authority", "year", "form", "title", "published", "level", "region", "status", "confidence", "checks_passed", "violations", "findings",
        "trust", "state", "source_url", "source_urls", "snapshot", "fetched_at", "reader", "extractor", "corrections",
    ];

    private static readonly ImmutableArray<CellId> Cells = [.. FormCatalog.Current.Forms.SelectMany(form => form.Cells).Select(cell => cell.Id).Distinct()];

    public override Task Write(ExportedRecord exported, CancellationToken cancellation)
    {
        var record = exported.Record;
        var version = record.Current;
        var report = version.Report;
        Text(report.Authority);
        Number(report.Year);
        Text(report.Form);
        Text(report.Title);
        Text(StoredDate.Text(report.Published));
        Text(report.Level is { } level ? StoredName.Of(level) : null);
        Text(report.RegionCode);
        Text(StoredName.Of(record.Status));
        Probability(report.Confidence);
        Number(report.ChecksPassed);
        Text(string.Join(' ', report.Violations.Select(violation => violation.Check)));
        Text(string.Join(' ', record.Findings.Select(finding => finding.Check)));
        Text(StoredName.Of(report.Trust));
        Text(record.State);
        Text(version.SourceUrl);
        Text(string.Join(' ', record.SourceUrls));
        Text(version.Snapshot.ToString());
        Text(StoredTime.Text(version.FetchedAt));
        Text(version.Reading.Reader);
        Text(version.Reading.ExtractorVersion);
        Text(string.Join(' ', exported.Reviews.Values.Where(review => review.Verdict == ReviewVerdict.Corrected).OrderBy(review => review.Cell.ToString(), StringComparer.Ordinal)
            .Select(review => $"{review.Cell}={(review.Value is { } value ? StoredValues.Text(value) : "blank")}")));
        var values = report.Cells.ToDictionary(cell => cell.Cell, cell => cell.Value);
        foreach (var cell in Cells)
            Number(values.GetValueOrDefault(cell));
        Text(record.FinishedBy);
        Text(record.FinishedAt is { } finished ? StoredTime.Text(finished) : null);
        var best = report.Cells.ToDictionary(cell => cell.Cell, exported.Best);
        foreach (var cell in Cells)
            Number(best.GetValueOrDefault(cell));
        Text(FormCatalog.Current.GenreOf(report.Form).Id);
        Number(version.RecordId);
        Text(exported.Page);
        Text(exported.Site);
        Text(exported.RegionName);
        Text(exported.Province?.Chinese);
        Text(exported.Province?.English);
        return EndLine(cancellation);
    }
}
