using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Trends;

/// <summary>Notes what moves as long as the process lives.</summary>
internal sealed partial class ActivityService(ActivityLog activity, TimeProvider clock, ILogger<ActivityService> log) : BackgroundService
{
    // More often than a slot is long, so that none is missed.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await activity.Note(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(log, error.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not note what moves ({Reason}); trying again soon")]
    private static partial void LogPutOff(ILogger logger, string reason);
}
