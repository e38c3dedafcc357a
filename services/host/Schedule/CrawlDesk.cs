using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Controls;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>Takes the crawls that people ask for on the page, and tells the page when the next ones are and what is paused.</summary>
internal sealed partial class CrawlDesk(ISchedulerFactory schedulers, CrawlRequests requests, CrawlTimetable timetable, TimeProvider clock, ILogger<CrawlDesk> log) : BackgroundService
{
    // Whoever asked looks at the page meanwhile.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    // A page that heard nothing for three of them says that nobody crawls.
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var toldAt = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var scheduler = await schedulers.GetScheduler(stoppingToken);
                if (clock.GetUtcNow() - toldAt >= Telling)
                {
                    await Tell(scheduler, stoppingToken);
                    toldAt = clock.GetUtcNow();
                }

                while (await requests.Take(stoppingToken) is { } request)
                    // Waits by itself until the crawl before it is done.
                    await scheduler.ScheduleJob(
                        TriggerBuilder.Create().ForJob(CrawlJob.Key).WithIdentity($"request {request.Id}").UsingJobData(new JobDataMap { [CrawlJob.RequestData] = request }).StartNow().Build(), cancellationToken: stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(log, error.Message);
            }
        }
    }

    private async Task Tell(IScheduler scheduler, CancellationToken cancellation)
    {
        var times = new List<(string, DateTimeOffset)>();
        foreach (var trigger in await scheduler.GetTriggersOfJob(CrawlJob.Key, cancellation))
            if (trigger.JobDataMap.TryGetValue(CrawlJob.ScheduleData, out var cron) && trigger.NextFireTimeUtc is { } next)
                times.Add(((string)cron!, next));
        await requests.TellTimes(times, cancellation);
        try
        {
            await requests.TellPaused(timetable.Paused(), cancellation);
        }
        catch (CommandFailedException)
        {
            // A sources file that is being edited: the next look tells, and the next crawl says what is wrong.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for crawls that people ask for ({Reason}); trying again soon")]
    private static partial void LogPutOff(ILogger logger, string reason);
}
