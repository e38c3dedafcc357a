using System.Text.Json.Serialization;

namespace Pipeline.Store.Dashboard;

/// <summary>How one source of the sources file does.</summary>
/// <param name="Documents">Addresses known of it.</param>
/// <param name="Failing">Those whose last visit failed, was blocked or asked for a login.</param>
/// <param name="Gone">Those that are gone.</param>
/// <param name="LastChecked">Its last visit of all.</param>
/// <param name="LastReport">When it last brought new content; null when it never did.</param>
public sealed record SourceFigures(string Source, long Documents, long Failing, long Gone, DateTimeOffset LastChecked, DateTimeOffset? LastReport)
{
    /// <summary>Whether something is wrong with it, and what.</summary>
    /// <param name="lastNight">Start of the last crawl that has ended; null when none has.</param>
    public SourceAlarm Alarm(DateTimeOffset? lastNight) =>
        Documents > 0 && Failing == Documents ? SourceAlarm.Down
        // Answers with status 200 may hide that a site has moved: a source that the last crawl did not reach at all is broken.
        : lastNight is { } night && LastChecked < night ? SourceAlarm.Silent
        : Failing * 5 > Documents ? SourceAlarm.Failing
        : SourceAlarm.None;
}

/// <summary>What may be wrong with a source.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceAlarm>))]
public enum SourceAlarm
{
    [JsonStringEnumMemberName("none")] None,

    /// <summary>More than a fifth of its documents fail.</summary>
    [JsonStringEnumMemberName("failing")] Failing,

    /// <summary>The last crawl visited nothing of it.</summary>
    [JsonStringEnumMemberName("silent")] Silent,

    /// <summary>Every document fails.</summary>
    [JsonStringEnumMemberName("down")] Down,
}
