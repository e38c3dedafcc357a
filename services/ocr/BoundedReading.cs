using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Ocr;

/// <summary>One reading within its time. Whoever asked may be gone, and native code cannot be stopped, so a reading that does not end ends the process.</summary>
internal static class BoundedReading
{
    /// <summary>The asker gives up first, and then kills this process itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static OcrReply Of(PictureReading reading, OcrRequest request)
    {
        using var watch = new Timer(_ => Environment.FailFast("The picture could not be read in time."), null, request.Limits.Work.Farthest + Grace, Timeout.InfiniteTimeSpan);
        return reading.Reply(request);
    }
}
