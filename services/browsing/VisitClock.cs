using System.Diagnostics;

namespace Pipeline.Browsing;

/// <summary>Ends a visit that goes beyond its bounds. Time in which a request of the crawl is under way is the host's and not the page's.</summary>
/// <param name="isWaiting">Whether such a request is under way.</param>
/// <param name="memory">Bytes that the browser holds.</param>
internal sealed class VisitClock(VisitLimits limits, Func<bool> isWaiting, Func<long> memory, CancellationToken cancellation) : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    // Reading the table of processes costs more than a tick.
    private const int TicksBetweenWeighings = 5;

    private readonly CancellationTokenSource _over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private Task _running = Task.CompletedTask;

    /// <summary>Cancelled when the visit is over.</summary>
    public CancellationToken Token => _over.Token;

    /// <summary>Which bound was reached, for people; null when none was.</summary>
    public string? Reason { get; private set; }

    /// <summary>Time that the page has taken for itself.</summary>
    public TimeSpan Own { get; private set; }

    public void Start() => _running = Run();

    public void End(string reason)
    {
        Reason ??= reason;
        _over.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _running;
        _over.Dispose();
    }

    private async Task Run()
    {
        var whole = Stopwatch.StartNew();
        var last = TimeSpan.Zero;
        for (var tick = 1; !_over.IsCancellationRequested; tick++)
        {
            // Over, it goes at once: who waits for its end waits no tick.
            await Task.Delay(Tick, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = whole.Elapsed;
            if (!isWaiting())
                Own += now - last;
            last = now;
            if (Own > limits.OwnTime)
                End($"it took more than {limits.OwnTime.TotalSeconds:0} s for itself");
            else if (now > limits.WholeTime)
                End($"it took more than {limits.WholeTime.TotalSeconds:0} s");
            else if (tick % TicksBetweenWeighings == 0 && memory() > limits.Memory)
                End($"the browser took more than {limits.Memory >> 20} MiB");
        }
    }
}
