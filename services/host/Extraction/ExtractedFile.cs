using System.Text.Json.Serialization;
using Pipeline.Contracts.Reports;

namespace Pipeline.Host.Extraction;

/// <summary>One line of <c>pipeline extract</c>: a file, its records, or the reason why there is none.</summary>
internal sealed record ExtractedFile
{
    /// <summary>Path as given.</summary>
    public required string File { get; init; }

    public required IReadOnlyList<ExtractedRecord> Records { get; init; }

    /// <summary>Stable code; null when there are records.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in one line for a person.</summary>
    public string? Detail { get; init; }

    /// <summary>What a report without tables says of itself; left out for everything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProseReport? Prose { get; init; }

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
        Prose = result.Prose,
        Reading = result.Reading,
        Failed = result.Outcome == ExtractionOutcome.Failed,
    };

    public static ExtractedFile Unreadable(string file, string reason, string detail) => new() { File = file, Records = [], Reason = reason, Detail = detail, Failed = true };
}
