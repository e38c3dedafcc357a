namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>
/// How many pages of the document in hand are recognised. It goes with the call and not through the readers: all that recognise count, and few callers ask.
/// </summary>
internal sealed class RecognitionProgress
{
    private static readonly AsyncLocal<RecognitionProgress?> OfCall = new();

    private int _pages;
    private int _recognised;

    public int Pages => Volatile.Read(ref _pages);

    public int Recognised => Volatile.Read(ref _recognised);

    /// <summary>Counts what this call recognises from here on.</summary>
    public static RecognitionProgress Follow() => OfCall.Value = new RecognitionProgress();

    /// <summary>A page waits for its turn. Dispose what is returned when it is recognised, or cannot be.</summary>
    public static IDisposable? Page()
    {
        if (OfCall.Value is not { } progress)
            return null;
        Interlocked.Increment(ref progress._pages);
        return new Counted(progress);
    }

    private sealed class Counted(RecognitionProgress progress) : IDisposable
    {
        public void Dispose() => Interlocked.Increment(ref progress._recognised);
    }
}
