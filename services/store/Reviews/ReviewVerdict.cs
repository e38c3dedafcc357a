using System.Text.Json.Serialization;

namespace Pipeline.Store.Reviews;

/// <summary>What a person decided about one cell.</summary>
[JsonConverter(typeof(ReviewVerdictConverter))]
public enum ReviewVerdict
{
    /// <summary>The page prints what the machine read.</summary>
    [JsonStringEnumMemberName("confirmed")] Confirmed,

    /// <summary>The page prints something else: the person's value stands.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,

    /// <summary>Read as printed, but the page itself is wrong.</summary>
    [JsonStringEnumMemberName("publisher_mistake")] PublisherMistake,

    /// <summary>The decision before no longer stands.</summary>
    [JsonStringEnumMemberName("reopened")] Reopened,
}
