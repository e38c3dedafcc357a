using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Store.Sweeping;

namespace Pipeline.Store.Findings;

/// <summary>Compares the records again when some have changed and no document waits: what a person decides is followed within minutes, and a crawl is compared once, at its end.</summary>
internal sealed partial class ComparisonService(Comparison comparison, PendingFetches pending, TimeProvider clock, ILogger<ComparisonService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    // Every decision of a reviewer is a change: where comparing all takes long, it is done seldom, so that it has at most a twentieth of the time.
    private const int RestPerWork = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Pause;
        while (true)
        {
            await Task.Delay(pause, clock, stoppingToken);
            var began = clock.GetTimestamp();
            try
            {
                if (await pending.Count(stoppingToken) == 0)
                    await comparison.Run(always: false, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(log, error.Message);
            }

            var rest = clock.GetElapsedTime(began) * RestPerWork;
            pause = rest > Pause ? rest : Pause;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not compare the records ({Reason}); trying again later")]
    private static partial void LogPutOff(ILogger logger, string reason);
}
