using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Api;

/// <summary>A source of the crawls.</summary>
/// <param name="Documents">Addresses known of it.</param>
/// <param name="Failing">Those whose last visit failed, was blocked or asked for a login.</param>
/// <param name="LastReport">When it last brought new content; null when it never did.</param>
/// <param name="Alarm">What is wrong with it, measured by the last crawl that has ended.</param>
public sealed record SourceBody(string Name, long Documents, long Failing, long Gone, DateTimeOffset LastChecked, DateTimeOffset? LastReport, SourceAlarm Alarm)
{
    internal static SourceBody Of(SourceFigures source, DateTimeOffset? lastNight) =>
        new(source.Source, source.Documents, source.Failing, source.Gone, source.LastChecked, source.LastReport, source.Alarm(lastNight));
}
