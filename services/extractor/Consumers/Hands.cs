namespace Pipeline.Extractor.Consumers;

/// <summary>
/// The documents that a process has in hand. What a crawl fetched and what a person asked for is read at once; what is only to be read again waits until
/// a hand is free.
/// </summary>
internal sealed class Hands(TimeProvider clock)
{
    // A document takes some hundredths of a second, so a hand that comes free is soon seen.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // A broker takes a message back that nobody finishes for half an hour: a backlog of a night must not hold one for so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private int _taken;

    /// <summary>How many documents are read at once.</summary>
    public static int Count => Environment.ProcessorCount;

    /// <summary>For a document that comes first. Dispose it when the document is read.</summary>
    public IDisposable Take()
    {
        Interlocked.Increment(ref _taken);
        return new Hand(this);
    }

    /// <summary>For a document that others may overtake.</summary>
    public async Task<IDisposable> TakeFree(CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < Patience)
        {
            var taken = Volatile.Read(ref _taken);
            if (taken < Count && Interlocked.CompareExchange(ref _taken, taken + 1, taken) == taken)
                return new Hand(this);
            await Task.Delay(Look, clock, cancellation);
        }

        return Take();
    }

    private sealed class Hand(Hands hands) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref hands._taken);
    }
}
