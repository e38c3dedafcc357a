using System.Text.Json;
using Pipeline.Extractor.Work.Helpers;

namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>What the process that reads with PdfPig is asked: a document and the bounds on it.</summary>
internal sealed record PdfPigRequest(ReadOnlyMemory<byte> Document, PdfLimits Limits)
{
    public async Task Write(Stream target, CancellationToken cancellation)
    {
        await Frames.Write(target, JsonSerializer.SerializeToUtf8Bytes(Limits), cancellation);
        await Frames.Write(target, Document, cancellation);
    }

    /// <returns>Null when nobody asks any more.</returns>
    public static async Task<PdfPigRequest?> Read(Stream source)
    {
        if (await Frames.Read(source, int.MaxValue) is not { } head || await Frames.Read(source, int.MaxValue) is not { } document)
            return null;
        return new PdfPigRequest(document, JsonSerializer.Deserialize<PdfLimits>(head)!);
    }
}
