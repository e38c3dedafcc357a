using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Crawling;
using Pipeline.Host.Display;
using Pipeline.Store.Controls;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>
/// A crawl of the sources that share a schedule. A second one waits until the first is done. One that breaks off, because the database restarts or the
/// disk is full, goes on by itself after a while.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class CrawlJob(CrawlRunner runner, CrawlTimetable timetable, RequestedCrawl crawls, Terminal terminal, TimeProvider clock, ILogger<CrawlJob> log) : IJob
{
    public static readonly JobKey Key = new("crawl");

    /// <summary>Name of the job data that holds the schedule whose turn it is; absent for all sources.</summary>
    public const string ScheduleData = "schedule";

    /// <summary>Name of the job data that asks only to go on with crawls that a stopped process left.</summary>
    public const string UnfinishedData = "unfinished";

    /// <summary>Name of the job data that holds what a person asked for.</summary>
    public const string RequestData = "request";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var data = context.MergedJobDataMap;
        if (data.TryGetValue(RequestData, out var asked))
        {
            await crawls.Run((CrawlRequest)asked!, terminal, cancellationToken);
            return;
        }

        var unfinished = data.ContainsKey(UnfinishedData);
        IEnumerable<string?> schedules = unfinished ? timetable.Schedules().Prepend(null) : [data.TryGetValue(ScheduleData, out var cron) ? (string)cron! : null];
        foreach (var schedule in schedules)
            await Resumption.UntilDone(pause => Crawl(schedule, unfinished, pause, cancellationToken), clock, cancellationToken);
    }

    /// <returns>False when it broke off and is to go on.</returns>
    private async Task<bool> Crawl(string? schedule, bool unfinished, TimeSpan pause, CancellationToken cancellation)
    {
        try
        {
            var plan = new CrawlPlan { Sources = timetable.Due(schedule), Trigger = schedule is null ? "now" : "nightly" };
            if (unfinished && !await runner.IsUnfinished(plan, cancellation))
                return true;
            terminal.Say($"crawl of {plan.Sources.Count} sources {(unfinished ? "goes on" : "begins")}");
            var report = await runner.Run(plan, CrawlDisplays.For(terminal), cancellation);
            foreach (var line in CrawlLines.Of(report))
                terminal.Say(line);
        }
        catch (CommandFailedException error)
        {
            LogRefused(log, error.Message);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogBrokeOff(log, pause, error);
            return false;
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The crawl could not begin: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The crawl broke off; it goes on where it stopped in {Pause}")]
    private static partial void LogBrokeOff(ILogger logger, TimeSpan pause, Exception error);
}
