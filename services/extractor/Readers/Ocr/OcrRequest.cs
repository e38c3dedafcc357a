using System.Text.Json;
using Pipeline.Extractor.Work.Helpers;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>What the process that recognises characters is asked: the bytes of a picture file and the bounds on it.</summary>
internal sealed record OcrRequest(ReadOnlyMemory<byte> Picture, OcrLimits Limits)
{
    public async Task Write(Stream target, CancellationToken cancellation)
    {
        await Frames.Write(target, JsonSerializer.SerializeToUtf8Bytes(Limits), cancellation);
        await Frames.Write(target, Picture, cancellation);
    }

    /// <returns>Null when nobody asks any more.</returns>
    public static async Task<OcrRequest?> Read(Stream source)
    {
        if (await Frames.Read(source, int.MaxValue) is not { } head || await Frames.Read(source, int.MaxValue) is not { } picture)
            return null;
        return new OcrRequest(picture, JsonSerializer.Deserialize<OcrLimits>(head)!);
    }
}
