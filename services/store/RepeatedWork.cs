using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store;

/// <summary>Work that is done again and again as long as the process lives; a turn that fails is reported, and the next one tries again.</summary>
/// <param name="pause">Between two turns.</param>
internal abstract partial class RepeatedWork(TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>What a turn does, as the end of "Could not".</summary>
    protected abstract string Told { get; }

    protected abstract Task Turn(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                PutOff(Told, error.Message, pause);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not {Told} ({Reason}); trying again in {Pause}")]
    private partial void PutOff(string told, string reason, TimeSpan pause);
}
