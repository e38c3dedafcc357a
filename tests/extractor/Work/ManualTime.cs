using System.Threading.Channels;

namespace Pipeline.Extractor.Tests.Work;

/// <summary>A clock that stands until a test moves it; the timer that was made last is then due.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Channel<Timer> _made = Channel.CreateUnbounded<Timer>();
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        _made.Writer.TryWrite(timer);
        return timer;
    }

    /// <summary>Moves the clock once somebody waits for it.</summary>
    public async Task Pass(TimeSpan time)
    {
        var timer = await _made.Reader.ReadAsync();
        _now += time;
        timer.Elapse();
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        public void Elapse() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
