using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Reviews.Groups;

/// <summary>Works out the doubts of new versions as long as the process lives, so that no page has to.</summary>
internal sealed partial class DoubtService(DoubtRefresh refresh, TimeProvider clock, ILogger<DoubtService> log) : BackgroundService
{
    // A reviewer who opens the groups meanwhile has the missing ones worked out then.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // Leaves the database to others in between.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await refresh.Run(Turn, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(log, error.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not work out what is in doubt ({Reason}); trying again soon")]
    private static partial void LogPutOff(ILogger logger, string reason);
}
