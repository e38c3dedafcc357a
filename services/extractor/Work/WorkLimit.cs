namespace Pipeline.Extractor.Work;

/// <summary>
/// How much a document may cost. Its own work is what counts: on a machine that is busy with something else a good document takes long on the clock and
/// must not fail for it. A clock far beyond ends what hangs without working.
/// </summary>
/// <param name="Work">Time of the processor.</param>
/// <param name="Waiting">Time on the clock that the document may wait for something else besides.</param>
internal sealed record WorkLimit(TimeSpan Work, TimeSpan Waiting = default)
{
    // Reports take a hundredth of the work that they may: with a machine that has a fortieth of itself left, they are still read.
    private const int Stretch = 4;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Time on the clock after which no work is waited for.</summary>
    public TimeSpan Farthest => (Work * Stretch) + Waiting;

    /// <param name="worked">What the task has cost so far.</param>
    /// <exception cref="TimeoutException">It costs more than it may, and still runs.</exception>
    public async Task<T> Await<T>(Task<T> task, Func<TimeSpan> worked, TimeProvider time, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        // No work is done in less time than it takes: most documents are ready before anybody looks.
        for (var wait = Work; ; wait = Look)
        {
            try
            {
                return await task.WaitAsync(wait, time, cancellation);
            }
            catch (TimeoutException) when (!task.IsCompleted && worked() < Work && time.GetElapsedTime(begun) < Farthest)
            {
                // It was not its turn.
            }
        }
    }
}
