using System.Text.Json.Serialization;

namespace Pipeline.Store.Reviews;

/// <summary>Which records that wait to show, and in which order; what is null does not matter.</summary>
public sealed record QueueFilter
{
    public QueueReason? Reason { get; init; }

    /// <summary>Name of a source in the sources file.</summary>
    public string? Source { get; init; }

    /// <summary>Start of the region code.</summary>
    public string? Region { get; init; }

    public string? Form { get; init; }

    /// <summary>At most so many doubtful cells.</summary>
    public int? Doubts { get; init; }

    /// <summary>Assigned to this person; empty for those assigned to nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Leaves out what this person has skipped.</summary>
    public string? NotSkippedBy { get; init; }

    public QueueOrder Order { get; init; }
}

/// <summary>Why a record waits.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QueueReason>))]
public enum QueueReason
{
    /// <summary>The body is unknown.</summary>
    [JsonStringEnumMemberName("body")] Body,

    /// <summary>The year is unknown.</summary>
    [JsonStringEnumMemberName("year")] Year,

    /// <summary>A sum does not add up.</summary>
    [JsonStringEnumMemberName("sum")] Sum,

    /// <summary>None of these: cells are in doubt.</summary>
    [JsonStringEnumMemberName("cell")] Cell,
}

[JsonConverter(typeof(JsonStringEnumConverter<QueueOrder>))]
public enum QueueOrder
{
    /// <summary>The least sure first.</summary>
    [JsonStringEnumMemberName("confidence")] Confidence,

    /// <summary>What a decision is worth most: the largest number in doubt, over how many cells must be decided to free the record.</summary>
    [JsonStringEnumMemberName("worth")] Worth,
}
