using OpenCvSharp;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Ocr.Pages;

namespace Pipeline.Ocr;

/// <summary>Bytes of a picture file → its picture in colour, as displayed. OpenCV itself refuses more pixels than the environment allows before it decodes them.</summary>
internal static class PictureFile
{
    /// <returns>The caller's to dispose, of an animation and of a TIFF the first; null where nothing could be decoded.</returns>
    public static Mat? Decode(ReadOnlyMemory<byte> bytes) => (Mosaic.Is(bytes.Span) ? DrawnMosaic.Of(Mosaic.Read(bytes)) : Decoded(bytes.Span)) is { } picture ? Negative.Undone(picture) : null;

    private static Mat? Decoded(ReadOnlySpan<byte> bytes)
    {
        var picture = Cv2.ImDecode(bytes, ImreadModes.Color);
        if (!picture.Empty())
            return picture;
        picture.Dispose();
        return null;
    }
}
