using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Journal;

/// <summary>Keeps the journal up with the database while the process lives, and once more at its end; a copy that fails is reported and tried again.</summary>
internal sealed partial class JournalService(JournalWriter journal, TimeProvider clock, ILogger<JournalService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await CatchUp(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await CatchUp(stoppingToken);
    }

    private async Task CatchUp(CancellationToken cancellation)
    {
        try
        {
            await journal.CatchUp(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Failed(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journal beside the snapshots is behind ({Reason}): until it is written again, 'pipeline rebuild' cannot bring back the newest fetches and decisions")]
    private partial void Failed(string reason);
}
