using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Pipeline.Contracts;

namespace Pipeline.Bodies.Findings;

/// <summary>What comparing reports with each other shows. It names records and cells, and changes nothing of them.</summary>
/// <param name="Body">Id of the body, or of the government whose report is compared with those of its bodies.</param>
/// <param name="Year">Of the later report.</param>
/// <param name="Check">Name of the form's equation; empty for what is no equation.</param>
/// <param name="Records">The records compared, the one of <paramref name="Year"/> first; of a government its own.</param>
/// <param name="Cells">Cells that differ, or all that were compared alike, with both sides.</param>
/// <param name="Suspects">Ids of the bodies whose reports would explain the difference; none where no single one does.</param>
/// <param name="Missing">Ids of the bodies without a report on the year, where that leaves it open.</param>
/// <param name="Cause">What would explain it; null where nothing simple does.</param>
public sealed record Finding(
    FindingKind Kind, FindingOutcome Outcome, long Body, int Year, string Check, ImmutableArray<long> Records, ImmutableArray<FindingCell> Cells,
    ImmutableArray<long> Suspects, ImmutableArray<long> Missing, FindingCause? Cause)
{
    /// <summary>What makes it the same finding at the next run.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Kind} {Body} {Year} {Check}");
}

/// <param name="Left">The year before, the earlier report, what is usual, or what the government states.</param>
/// <param name="Right">The year, or the sum of the bodies.</param>
public sealed record FindingCell(CellId Cell, decimal? Left, decimal? Right);

[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>What was carried forward is not what is carried over.</summary>
    [JsonStringEnumMemberName("carried")] Carried,

    /// <summary>Another equation across years that the form declares, such as of documents in force.</summary>
    [JsonStringEnumMemberName("continued")] Continued,

    /// <summary>The figures of another year once more.</summary>
    [JsonStringEnumMemberName("reposted")] Reposted,

    /// <summary>Far from the body's other years, as few bodies of its kind are.</summary>
    [JsonStringEnumMemberName("break")] Break,

    /// <summary>A government's report against those of its bodies.</summary>
    [JsonStringEnumMemberName("sum")] Sum,
}

[JsonConverter(typeof(JsonStringEnumConverter<FindingOutcome>))]
public enum FindingOutcome
{
    [JsonStringEnumMemberName("agrees")] Agrees,
    [JsonStringEnumMemberName("disagrees")] Disagrees,

    /// <summary>It cannot be decided.</summary>
    [JsonStringEnumMemberName("undecided")] Undecided,

    /// <summary>Unusual, and perhaps right: a person should look.</summary>
    [JsonStringEnumMemberName("question")] Question,
}

[JsonConverter(typeof(JsonStringEnumConverter<FindingCause>))]
public enum FindingCause
{
    /// <summary>The government's report leaves a body out.</summary>
    [JsonStringEnumMemberName("left_out")] LeftOut,

    /// <summary>It counts a body twice.</summary>
    [JsonStringEnumMemberName("counted_twice")] CountedTwice,

    /// <summary>It has a body's figures of the year before.</summary>
    [JsonStringEnumMemberName("year_before")] YearBefore,

    /// <summary>A cell of a body's report is off: its own sums do not hold, or its other years are far from it.</summary>
    [JsonStringEnumMemberName("body_slip")] BodySlip,

    /// <summary>A cell of the government's own report is off: its own sums do not hold.</summary>
    [JsonStringEnumMemberName("government_slip")] GovernmentSlip,

    /// <summary>Reports of bodies are missing.</summary>
    [JsonStringEnumMemberName("reports_missing")] ReportsMissing,

    /// <summary>In no year the bodies known add up to the government's report: some may never have been found.</summary>
    [JsonStringEnumMemberName("bodies_unknown")] BodiesUnknown,

    /// <summary>The government's report is below its bodies' nearly everywhere: it seems to be about its own office alone.</summary>
    [JsonStringEnumMemberName("not_consolidated")] NotConsolidated,
}
