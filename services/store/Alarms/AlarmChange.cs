using Pipeline.Store.Dashboard;

namespace Pipeline.Store.Alarms;

/// <summary>A source that stands otherwise than when it was last looked at.</summary>
/// <param name="Why">The last crawl's reason; null where it has none.</param>
/// <param name="FailingSince">The first failure after its last answer; null when none followed it.</param>
/// <param name="IsPaused">Whether it is well only because nobody asks for it.</param>
/// <param name="Acknowledged">What is left of a person's word about it.</param>
public sealed record AlarmChange(string Source, SourceAlarm Before, SourceAlarm After, string? Why, DateTimeOffset? FailingSince, bool IsPaused, Acknowledgement? Acknowledged)
{
    /// <summary>Those of the sources that have changed.</summary>
    /// <param name="lastNight">Start of the last crawl of all sources that has ended; null when none has.</param>
    public static IReadOnlyList<AlarmChange> Of(IEnumerable<SourceFigures> sources, DateTimeOffset? lastNight) =>
    [
        .. from source in sources
           let before = source.Standing?.Alarm ?? SourceAlarm.None
           let after = source.Alarm(lastNight)
           where before != after
           select new AlarmChange(source.Source, before, after, source.LastCrawl?.Reason, source.FailingSince, source.IsPaused, source.Standing?.Acknowledged?.After(after)),
    ];
}
