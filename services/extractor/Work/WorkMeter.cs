namespace Pipeline.Extractor.Work;

/// <summary>
/// Tells what a document has cost of this process's work. Documents under way share the processor evenly, so each is charged its part of what all of
/// them took together; what other programs take of the machine is charged to none.
/// </summary>
/// <param name="processor">Processor time of the process so far.</param>
internal sealed class WorkMeter(Func<TimeSpan> processor)
{
    private readonly Lock _lock = new();
    private TimeSpan _seen = processor();
    private TimeSpan _each;
    private int _underWay;

    public static WorkMeter OfProcess { get; } = new(static () => Environment.CpuUsage.TotalTime);

    /// <summary>Charges a document from now on. Dispose the account when it is read.</summary>
    public Account Begin()
    {
        lock (_lock)
        {
            Look();
            _underWay++;
            return new Account(this, _each);
        }
    }

    private void Look()
    {
        var now = processor();
        if (_underWay > 0)
            _each += (now - _seen) / _underWay;
        _seen = now;
    }

    public sealed class Account(WorkMeter meter, TimeSpan begin) : IDisposable
    {
        public TimeSpan Worked
        {
            get
            {
                lock (meter._lock)
                {
                    meter.Look();
                    return meter._each - begin;
                }
            }
        }

        public void Dispose()
        {
            lock (meter._lock)
            {
                meter.Look();
                meter._underWay--;
            }
        }
    }
}
