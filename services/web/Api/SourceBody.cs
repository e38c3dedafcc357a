using Pipeline.Contracts.Ports;
using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Api;

/// <summary>A source of the crawls.</summary>
/// <param name="Documents">Addresses known of it.</param>
/// <param name="Failing">Those without a usable answer at their last visit.</param>
/// <param name="LastReport">When it last brought new content; null when it never did.</param>
/// <param name="LastAnswer">When an address of it last answered with content; null when none ever did.</param>
/// <param name="FailingSince">The first failure after that; null when none followed it.</param>
/// <param name="LastCrawl">What its last crawl came to: found beside expected, why it failed, what an operator should look at; null before one has ended.</param>
/// <param name="Acknowledged">A person's word that its alarm is known; null where nobody has given one that still holds.</param>
/// <param name="Since">Since when it stands as it does, well or not; null where it was always well.</param>
/// <param name="Alarm">What is wrong with it, measured by the last crawl that has ended.</param>
public sealed record SourceBody(string Name, long Documents, long Failing, long Gone, DateTimeOffset LastChecked, DateTimeOffset? LastReport, SourceAlarm Alarm,
    DateTimeOffset? LastAnswer, DateTimeOffset? FailingSince, SourceResult? LastCrawl, Acknowledgement? Acknowledged, DateTimeOffset? Since)
{
    internal static SourceBody Of(SourceFigures source, DateTimeOffset? lastNight, DateTimeOffset now) =>
        new(source.Source, source.Documents, source.Failing, source.Gone, source.LastChecked, source.LastReport, source.Alarm(lastNight), source.LastAnswer, source.FailingSince, source.LastCrawl,
            source.IsAcknowledged(lastNight, now) ? source.Standing!.Acknowledged : null, source.Since(lastNight));
}
