using Microsoft.Extensions.DependencyInjection;
using Pipeline.Host.Settings;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>Registers the crawls with Quartz: one trigger for each cron expression in use, and one more to begin at once, or to go on with what a stopped process left.</summary>
internal static class NightlySchedule
{
    public static void AddNightlySchedule(this IServiceCollection services, PipelineSettings settings, bool atOnce)
    {
        var timetable = new CrawlTimetable(settings);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Schedule.TimeZone);
        services.AddSingleton(timetable);
        services.AddSingleton<RequestedCrawl>();
        services.AddQuartz(quartz =>
        {
            // Without it a stop would wait for the crawl's end, in vain, and leave the hosts that it holds to nobody.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.AddJob<CrawlJob>(job => job.WithIdentity(CrawlJob.Key).StoreDurably());
            foreach (var cron in timetable.Schedules())
                quartz.AddTrigger(trigger => trigger.ForJob(CrawlJob.Key).WithIdentity(cron).UsingJobData(CrawlJob.ScheduleData, cron).WithCronSchedule(cron, schedule => schedule.InTimeZone(zone)));
            if (atOnce)
                quartz.AddTrigger(trigger => trigger.ForJob(CrawlJob.Key).WithIdentity("at once").StartNow());
            else
                quartz.AddTrigger(trigger => trigger.ForJob(CrawlJob.Key).WithIdentity("unfinished").UsingJobData(CrawlJob.UnfinishedData, true).StartNow());
        });
        // The bus starts before Quartz because it is registered before; on the way down a crawl is cancelled, and goes on the next time.
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<CrawlDesk>();
    }
}
