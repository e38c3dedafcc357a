using System.Text.Json.Serialization;

namespace Pipeline.Store.Dashboard;

/// <summary>What may be wrong with a source, the worst last.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceAlarm>))]
public enum SourceAlarm
{
    [JsonStringEnumMemberName("none")] None,

    /// <summary>The last crawl noticed something: lists without reports, links to hosts that no source names, a limit reached.</summary>
    [JsonStringEnumMemberName("noticed")] Noticed,

    /// <summary>More than a fifth of its addresses fail.</summary>
    [JsonStringEnumMemberName("failing")] Failing,

    /// <summary>Nothing answers with content: the site declines, or a rule of ours forbids to ask.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>The last crawl found no document where earlier ones did.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>The last crawl visited nothing of it.</summary>
    [JsonStringEnumMemberName("silent")] Silent,

    /// <summary>No address may be asked, because robots.txt cannot be reached.</summary>
    [JsonStringEnumMemberName("robots_unreachable")] RobotsUnreachable,

    /// <summary>It fails, and never answered before.</summary>
    [JsonStringEnumMemberName("never_answered")] NeverAnswered,

    /// <summary>Everything that was asked of it fails.</summary>
    [JsonStringEnumMemberName("down")] Down,
}
