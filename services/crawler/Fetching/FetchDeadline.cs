namespace Pipeline.Crawler.Fetching;

/// <summary>The time that one fetch has left: until its header, then from one piece of body to the next.</summary>
internal sealed class FetchDeadline : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public FetchDeadline(FetchOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        _options = options;
        _clock = clock;
        _start = clock.GetTimestamp();
        _source = new CancellationTokenSource(options.HeaderTime, clock);
        _registration = cancellation.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    /// <summary>Whether the running wait ends because the whole fetch has had its time, not because the server fell silent.</summary>
    public bool IsLastWait { get; private set; }

    /// <summary>Starts the wait for the next piece of body.</summary>
    /// <param name="received">Bytes of body so far.</param>
    public void AwaitMore(long received)
    {
        var whole = _options.TotalTime + TimeSpan.FromSeconds((double)received / _options.LeastRate);
        var left = (whole < _options.LongestTime ? whole : _options.LongestTime) - Elapsed;
        IsLastWait = left < _options.SilentTime;
        _source.CancelAfter(left <= TimeSpan.Zero ? TimeSpan.Zero : IsLastWait ? left : _options.SilentTime);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
