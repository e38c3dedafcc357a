using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Reviews.Audits;

/// <summary>Draws cells of accepted records once a week, as long as the process lives.</summary>
internal sealed partial class AuditService(AcceptedAudit draws, TimeProvider clock, ILogger<AuditService> log) : BackgroundService
{
    // The week begins for nobody at the minute.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await draws.Draw(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogPutOff(log, error.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not draw accepted cells to audit ({Reason}); trying again in an hour")]
    private static partial void LogPutOff(ILogger logger, string reason);
}
