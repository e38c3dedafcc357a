using System.Text.Json.Serialization;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;

namespace Pipeline.Host.Extraction;

/// <summary>One line of <c>pipeline extract</c>: a file, its records, or the reason why there is none.</summary>
public sealed record ExtractedFile
{
    /// <summary>Path as given.</summary>
    public required string File { get; init; }

    public required IReadOnlyList<ExtractedRecord> Records { get; init; }

    /// <summary>Stable code; null when there are records.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in one line for a person.</summary>
    public string? Detail { get; init; }

    /// <summary>How the bytes were read; null when they could not be loaded.</summary>
    public ReadingFacts? Reading { get; init; }

    [JsonIgnore]
    public bool Failed { get; private init; }

    public static ExtractedFile From(string file, ExtractionResult result) => new()
    {
        File = file,
        Records = [.. result.Reports.Select(ExtractedRecord.From)],
        Reason = result.Reason,
        Detail = result.Detail,
        Reading = result.Reading,
        Failed = result.Outcome == ExtractionOutcome.Failed,
    };

    public static ExtractedFile Unreadable(string file, string reason, string detail) => new() { File = file, Records = [], Reason = reason, Detail = detail, Failed = true };
}

/// <summary>A record as <c>pipeline extract</c> prints it.</summary>
public sealed record ExtractedRecord
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

/// <param name="Value">Null for not stated.</param>
/// <param name="Raw">As printed; null when the cell is not on the page.</param>
/// <param name="Source">Where it was read.</param>
public sealed record ExtractedCell(decimal? Value, double Confidence, string? Raw, Locator? Source, string Rule)
{
    public static ExtractedCell From(CellReading reading) => new(reading.Value, reading.Confidence, reading.Raw, reading.Source, reading.Rule);
}
