using System.Text.Json.Serialization;

namespace Pipeline.Contracts.Reports;

/// <summary>One annual report as it was read from one document: the normalised record.</summary>
public sealed record AnnualReport
{
    /// <summary>Official form, "2021" or "2019", recognised by its labels.</summary>
    public required string Form { get; init; }

    /// <summary>Year that the report is about; null when the document does not say.</summary>
    public required int? Year { get; init; }

    /// <summary>The publishing body's fullest name as printed, in Simplified characters; null when none was found.</summary>
    public required string? Authority { get; init; }

    public AdministrativeLevel? Level { get; init; }

    /// <summary>Six-digit code of the administrative division (GB/T 2260); null when unknown.</summary>
    public string? RegionCode { get; init; }

    public required string? Title { get; init; }

    public required DateOnly? Published { get; init; }

    public ContactFacts Contact { get; init; } = ContactFacts.None;

    /// <summary>Text of the sections found, keyed by section id: overview, disclosure, applications, remedies, problems, other.</summary>
    public required IReadOnlyDictionary<string, string> Sections { get; init; }

    /// <summary>Every cell of the form, in the form's order.</summary>
    public required IReadOnlyList<CellReading> Cells { get; init; }

    /// <summary>Checks of the form that could be evaluated and hold.</summary>
    public required int ChecksPassed { get; init; }

    /// <summary>Checks that could be evaluated and do not hold.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>Everything noticed that a reviewer should know and that is no violation.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>Probability that every cell is right, 0..1.</summary>
    public required double Confidence { get; init; }

    public required ReviewStatus Status { get; init; }

    /// <summary>Whether the page stands on an official host or copies one.</summary>
    public required SourceTrust Trust { get; init; }

    /// <summary>Layout as recognised, such as <c>grid</c> or <c>sequence</c>.</summary>
    public required string Layout { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ReviewStatus>))]
public enum ReviewStatus
{
    /// <summary>Safe to use without a person having looked at it.</summary>
    [JsonStringEnumMemberName("accepted")] Accepted,

    /// <summary>A person should look at the doubtful cells.</summary>
    [JsonStringEnumMemberName("review")] Review,

    /// <summary>A person has looked at the record and finished with it. Said of a stored record alone, never of what was just read.</summary>
    [JsonStringEnumMemberName("reviewed")] Reviewed,
}

[JsonConverter(typeof(JsonStringEnumConverter<SourceTrust>))]
public enum SourceTrust
{
    [JsonStringEnumMemberName("official")] Official,
    [JsonStringEnumMemberName("mirror")] Mirror,

    /// <summary>Read from a file without a web address.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}

[JsonConverter(typeof(JsonStringEnumConverter<AdministrativeLevel>))]
public enum AdministrativeLevel
{
    [JsonStringEnumMemberName("national")] National,
    [JsonStringEnumMemberName("province")] Province,
    [JsonStringEnumMemberName("prefecture")] Prefecture,
    [JsonStringEnumMemberName("county")] County,
    [JsonStringEnumMemberName("township")] Township,
}
