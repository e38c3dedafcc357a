using System.Buffers.Binary;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Viewing;

/// <summary>A picture as it came, with the spot framed. It is shown by the browser and decoded nowhere else.</summary>
internal static class PictureView
{
    public static string TypeOf(ReadOnlyMemory<byte> bytes) => Mosaic.Is(bytes.Span) ? Mosaic.MediaType : MediaTypes.Decide(bytes.Span, new DocumentHints()).MediaType;

    /// <exception cref="UnreadableDocumentException">The head of the picture does not tell its size.</exception>
    public static string Of(ReadOnlyMemory<byte> bytes, string mediaType, OcrLocator? spot)
    {
        var (width, height) = Size(bytes, mediaType);
        return new InertHtml().Picture(bytes.Span, width, height, spot is null ? null : (spot.Left, spot.Top, spot.Right, spot.Bottom), mediaType).ToString();
    }

    /// <summary>The spot and a little around it, enlarged.</summary>
    /// <exception cref="UnreadableDocumentException">The head of the picture does not tell its size.</exception>
    public static string Close(ReadOnlyMemory<byte> bytes, string mediaType, OcrLocator spot)
    {
        var (width, height) = Size(bytes, mediaType);
        return new InertHtml().Close(bytes.Span, width, height, (spot.Left, spot.Top, spot.Right, spot.Bottom), mediaType).ToString();
    }

    private static (int Width, int Height) Size(ReadOnlyMemory<byte> bytes, string mediaType) => (mediaType switch { MediaTypes.Png => PngSize(bytes.Span), Mosaic.MediaType => MosaicSize(bytes), _ => JpegSize(bytes.Span) })
        ?? throw new UnreadableDocumentException(FailureReasons.Malformed, "The picture does not tell its size: it is damaged. Fetch it again.");

    private static (int Width, int Height)? MosaicSize(ReadOnlyMemory<byte> svg) => Mosaic.Read(svg) is var mosaic ? ((int)mosaic.Width, (int)mosaic.Height) : null;

    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> png) =>
        png.Length < 24 ? null : (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));

    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> jpeg)
    {
        // Segments follow each other, each with its length; those from C0 to CF but C4, C8 and CC begin a frame and tell its size.
        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]))
        {
            if (jpeg[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
        }
        return null;
    }
}
