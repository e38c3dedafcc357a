using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Sweeping;

/// <summary>Sweeps at the set interval as long as the process lives; a sweep that fails is reported and tried again.</summary>
internal sealed partial class SweeperService(Sweeper sweeper, SweepOptions options, TimeProvider clock, ILogger<SweeperService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var sent = await sweeper.Sweep(everything: false, stoppingToken);
                if (sent > 0)
                    LogSent(log, sent);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, e.Message, options.Interval);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent {Count} stalled documents again")]
    private static partial void LogSent(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for stalled documents ({Reason}); trying again in {Interval}")]
    private static partial void LogFailed(ILogger logger, string reason, TimeSpan interval);
}
