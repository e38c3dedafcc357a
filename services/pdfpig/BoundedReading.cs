using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

namespace Pipeline.PdfPig;

/// <summary>One reading on a thread with a large stack. Whoever asked may be gone, so a reading that does not end ends the process.</summary>
internal static class BoundedReading
{
    /// <summary>Nested objects are followed by recursion; 256 levels of them need well below this, and telling of an overflow takes time by its depth.</summary>
    private const int StackBytes = 8 << 20;

    /// <summary>The asker gives up first, and then kills this process itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static PdfPigReply Of(PdfPigRequest request)
    {
        PdfPigReply? reply = null;
        var thread = new Thread(() => reply = PdfPigReading.Reply(request), StackBytes) { IsBackground = true, Name = "pdfpig" };
        thread.Start();
        if (!thread.Join(request.Limits.Work.Farthest + Grace))
            Environment.FailFast("The PDF could not be read in time.");
        return reply!;
    }
}
