using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Alarms;

/// <summary>Looks at the sources and delivers notices as long as the process lives.</summary>
internal sealed partial class AlarmService(SourceAlarms alarms, Notices notices, TimeProvider clock, ILogger<AlarmService> log) : BackgroundService
{
    // Somebody hears of an alarm within the minute.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    // Looking at 14,000 sources takes a while: at most a twentieth of the time.
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
                await alarms.Look(stoppingToken);
                var rest = clock.GetElapsedTime(began) * RestPerWork;
                pause = rest > Pause ? rest : Pause;
                await notices.Deliver(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(log, error.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look at the sources ({Reason}); trying again soon")]
    private static partial void LogPutOff(ILogger logger, string reason);
}
