using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Sweeping;

/// <summary>Sweeps at the set interval.</summary>
internal sealed partial class SweeperService(Sweeper sweeper, SweepOptions options, TimeProvider clock, ILogger<SweeperService> log) : RepeatedWork(options.Interval, clock, log)
{
    protected override string Told => "look for stalled documents";

    protected override async Task Turn(CancellationToken cancellation)
    {
        var sent = await sweeper.Sweep(everything: false, cancellation);
        if (sent > 0)
            Sent(sent);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent {Count} stalled documents again")]
    private partial void Sent(int count);
}
