using Pipeline.Crawler.Sources;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Crawling;
using Pipeline.Host.Settings;
using Pipeline.Store.Controls;

namespace Pipeline.Host.Schedule;

/// <summary>Which sources are crawled when. The sources file is read anew for every crawl, so that an edit counts the same night.</summary>
internal sealed class CrawlTimetable(PipelineSettings settings)
{
    /// <summary>Every cron expression in use: the nightly one, and those that sources have of their own.</summary>
    public IReadOnlyCollection<string> Schedules() => [.. All().Select(ScheduleOf).Append(settings.Schedule.Cron).Distinct(StringComparer.Ordinal)];

    /// <summary>Sources that are not paused.</summary>
    /// <param name="schedule">Cron expression; null for all.</param>
    public IReadOnlyList<Source> Due(string? schedule) => [.. All().Where(source => !source.Paused && (schedule is null || ScheduleOf(source) == schedule))];

    /// <summary>What a person asked for; also of a source that is paused, because it was named.</summary>
    /// <exception cref="CommandFailedException">The file has no such source, or none that begins at the host.</exception>
    public IReadOnlyList<Source> Asked(CrawlRequest request)
    {
        IReadOnlyList<Source> asked = request.Scope switch
        {
            CrawlScope.Source => [.. All().Where(source => source.Name == request.Subject)],
            CrawlScope.Host => [.. All().Select(source => AtHost(source, request.Subject!)).OfType<Source>()],
            _ => Due(null),
        };
        return asked.Count > 0 ? asked : throw new CommandFailedException($"The sources file has nothing for '{request.Subject ?? "all"}': look whether it is written so there.");
    }

    /// <summary>Names of the paused ones.</summary>
    public IReadOnlyList<string> Paused() => [.. All().Where(source => source.Paused).Select(source => source.Name)];

    // The same source, so that what it finds is kept under its name, and nothing but the host.
    private static Source? AtHost(Source source, string host)
    {
        var starts = source.Start.Where(start => start.Authority.Equals(host, StringComparison.OrdinalIgnoreCase) || start.Host.Equals(host, StringComparison.OrdinalIgnoreCase)).ToList();
        return starts.Count == 0 ? null : source with { Start = starts, Hosts = [.. starts.Select(start => start.Authority).Distinct(StringComparer.OrdinalIgnoreCase)] };
    }

    private string ScheduleOf(Source source) => source.Schedule ?? settings.Schedule.Cron;

    private IReadOnlyList<Source> All() => CrawlPlans.Read(settings.Sources).Sources;
}
