namespace Pipeline.Contracts.Reports;

/// <summary>A report that has no statutory table as text, as those on the years before 2019: what it says of itself, so that coverage over the years is right.</summary>
public sealed record ProseReport
{
    public required string Title { get; init; }

    /// <summary>The publishing body's fullest name as printed, in Simplified characters; null when none was found.</summary>
    public string? Authority { get; init; }

    /// <summary>Six-digit code of the administrative division (GB/T 2260); null when unknown.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Year that the report is about; null when the document does not say.</summary>
    public int? Year { get; init; }

    /// <summary>Text of the sections found, keyed by section id as in <see cref="AnnualReport.Sections"/>.</summary>
    public required IReadOnlyDictionary<string, string> Sections { get; init; }
}
