using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Store.Sweeping;

namespace Pipeline.Store.Findings;

/// <summary>Compares the records again when some have changed and no document waits: what a person decides is followed within minutes, and a crawl is compared once, at its end.</summary>
internal sealed partial class ComparisonService(Comparison comparison, PendingFetches pending, TimeProvider clock, ILogger<ComparisonService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await pending.Count(stoppingToken) == 0)
                    await comparison.Run(always: false, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(log, error.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not compare the records ({Reason}); trying again in a minute")]
    private static partial void LogPutOff(ILogger logger, string reason);
}
