using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Crawling;
using Pipeline.Host.Display;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>A crawl of the sources that share a schedule. A second one waits until the first is done.</summary>
[DisallowConcurrentExecution]
internal sealed partial class CrawlJob(CrawlRunner runner, CrawlTimetable timetable, Terminal terminal, ILogger<CrawlJob> log) : IJob
{
    public static readonly JobKey Key = new("crawl");

    /// <summary>Name of the job data that holds the schedule whose turn it is; absent for all sources.</summary>
    public const string ScheduleData = "schedule";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var schedule = context.MergedJobDataMap.TryGetValue(ScheduleData, out var cron) ? (string)cron! : null;
        try
        {
            var plan = new CrawlPlan { Sources = timetable.Due(schedule), Trigger = schedule is null ? "manual" : "nightly" };
            terminal.Say($"crawl of {plan.Sources.Count} sources begins");
            var report = await runner.Run(plan, CrawlDisplays.For(terminal), cancellationToken);
            foreach (var line in CrawlLines.Of(report))
                terminal.Say(line);
        }
        catch (CommandFailedException error)
        {
            LogRefused(log, error.Message);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The crawl could not begin: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The crawl broke off; the next one goes on where it stopped")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
