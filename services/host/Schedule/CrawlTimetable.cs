using Pipeline.Crawler.Sources;
using Pipeline.Host.Crawling;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Schedule;

/// <summary>Which sources are crawled when. The sources file is read anew for every crawl, so that an edit counts the same night.</summary>
internal sealed class CrawlTimetable(PipelineSettings settings)
{
    /// <summary>Every cron expression in use: the nightly one, and those that sources have of their own.</summary>
    public IReadOnlyCollection<string> Schedules() => [.. All().Select(ScheduleOf).Append(settings.Schedule.Cron).Distinct(StringComparer.Ordinal)];

    /// <param name="schedule">Cron expression; null for all sources.</param>
    public IReadOnlyList<Source> Due(string? schedule) => [.. All().Where(source => schedule is null || ScheduleOf(source) == schedule)];

    private string ScheduleOf(Source source) => source.Schedule ?? settings.Schedule.Cron;

    private IReadOnlyList<Source> All() => CrawlPlans.Read(settings.Sources).Sources;
}
