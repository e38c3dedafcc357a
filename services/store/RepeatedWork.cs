using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pipeline.Store;

/// <summary>Work that is done again and again as long as the process lives; a turn that fails is reported, and the next one tries again.</summary>
/// <param name="pause">Between two turns.</param>
/// <param name="restPerWork">How many times as long as a turn took the pause is at least: 20 leaves others nineteen twentieths of the time.</param>
internal abstract partial class RepeatedWork(TimeSpan pause, TimeProvider clock, ILogger log, int restPerWork = 0) : BackgroundService
{
    /// <summary>What a turn does, as the end of "Could not".</summary>
    protected abstract string Told { get; }

    protected abstract Task Turn(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var next = pause;
        while (true)
        {
            await Task.Delay(next, clock, stoppingToken);
            next = await OneTurn(stoppingToken);
        }
    }

    /// <returns>The pause after it.</returns>
    protected async Task<TimeSpan> OneTurn(CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        try
        {
            await Turn(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            PutOff(Told, error.Message, Rest(began));
        }

        return Rest(began);
    }

    private TimeSpan Rest(long began) => clock.GetElapsedTime(began) * restPerWork is var rest && rest > pause ? rest : pause;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not {Told} ({Reason}); trying again in {Pause}")]
    private partial void PutOff(string told, string reason, TimeSpan pause);
}
