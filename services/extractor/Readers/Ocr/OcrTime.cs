namespace Pipeline.Extractor.Readers.Ocr;

internal static class OcrTime
{
    /// <summary>
    /// Time for one document of pictures on a clock. Sixty pages take two minutes of work, but share the processors with other documents; each
    /// picture has a bound of its own.
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);
}
