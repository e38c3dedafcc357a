using System.Text.Json.Serialization;

namespace Pipeline.Contracts.Reports;

/// <summary>What became of one document: reports, or a reason why there are none.</summary>
public sealed record ExtractionResult
{
    public required ExtractionOutcome Outcome { get; init; }

    /// <summary>Stable code of the reason: null for reports, else such as <c>not-a-report.news</c> or <c>failed.encrypted</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>One line for a person: what is wrong and, where it helps, what to do.</summary>
    public string? Detail { get; init; }

    public IReadOnlyList<AnnualReport> Reports { get; init; } = [];

    /// <summary>What a report without tables says of itself; null for reports with them, and for what is none.</summary>
    public ProseReport? Prose { get; init; }

    public required ReadingFacts Reading { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ExtractionOutcome>))]
public enum ExtractionOutcome
{
    [JsonStringEnumMemberName("reports")] Reports,
    [JsonStringEnumMemberName("not_a_report")] NotAReport,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>How the bytes were read.</summary>
/// <param name="ExtractorVersion">Version of the extractor's code and model: with the snapshot it determines the result, byte for byte.</param>
/// <param name="Reader">Reader and its version, such as <c>html/AngleSharp 1.10.3</c>.</param>
/// <param name="MediaType">Decided media type.</param>
/// <param name="MediaTypeBasis">How it was decided: magic, header, name, content.</param>
/// <param name="Charset">Decided charset; null for formats that carry their own.</param>
/// <param name="CharsetBasis">How it was decided: bom, utf8-valid, header, meta, fallback.</param>
public sealed record ReadingFacts(string ExtractorVersion, string Reader, string MediaType, string MediaTypeBasis, string? Charset = null, string? CharsetBasis = null);
