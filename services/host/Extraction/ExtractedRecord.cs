using Pipeline.Contracts.Reports;

namespace Pipeline.Host.Extraction;

/// <summary>A record as <c>pipeline extract</c> prints it.</summary>
internal sealed record ExtractedRecord
{
    public required string Form { get; init; }

    public required int? Year { get; init; }

    public required string? Authority { get; init; }

    public required AdministrativeLevel? Level { get; init; }

    public required string? RegionCode { get; init; }

    public required string? Title { get; init; }

    public required DateOnly? Published { get; init; }

    public required ReviewStatus Status { get; init; }

    public required double Confidence { get; init; }

    public required SourceTrust Trust { get; init; }

    public required string Layout { get; init; }

    public required IReadOnlyDictionary<string, ExtractedCell> Cells { get; init; }

    public required IReadOnlyDictionary<string, string> Sections { get; init; }

    public required int ChecksPassed { get; init; }

    public required IReadOnlyList<Violation> Violations { get; init; }

    public required IReadOnlyList<Issue> Issues { get; init; }

    public required ContactFacts Contact { get; init; }

    public static ExtractedRecord From(AnnualReport report) => new()
    {
        Form = report.Form,
        Year = report.Year,
        Authority = report.Authority,
        Level = report.Level,
        RegionCode = report.RegionCode,
        Title = report.Title,
        Published = report.Published,
        Status = report.Status,
        Confidence = report.Confidence,
        Trust = report.Trust,
        Layout = report.Layout,
        Cells = report.Cells.ToDictionary(cell => cell.Cell.ToString(), ExtractedCell.From, StringComparer.Ordinal),
        Sections = report.Sections,
        ChecksPassed = report.ChecksPassed,
        Violations = report.Violations,
        Issues = report.Issues,
        Contact = report.Contact,
    };
}
