using System.Buffers.Binary;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Tells pictures that move: of them only the first picture is read, and a person may see another.</summary>
internal static class Animation
{
    private const int PngSignature = 8;
    private const int ChunkFrame = 12;

    public static bool Is(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("GIF8"u8) ? IsGif(bytes)
        : bytes.Length > PngSignature && bytes[1..].StartsWith("PNG"u8) ? IsPng(bytes)
        // A head of the extended kind, one bit of which says so.
        : bytes.Length > 20 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBPVP8X"u8) && (bytes[20] & 0x02) != 0;

    // A chunk that says how many frames there are comes before the first picture.
    private static bool IsPng(ReadOnlySpan<byte> bytes)
    {
        for (var at = (long)PngSignature; at + ChunkFrame <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk[4..].StartsWith("acTL"u8))
                return true;
            if (chunk[4..].StartsWith("IDAT"u8))
                return false;
            at += ChunkFrame + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }
        return false;
    }

    // Blocks one after the other: extensions, pictures, each in parts behind their lengths.
    private static bool IsGif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13)
            return false;
        var at = 13 + Table(bytes[10]);
        for (var pictures = 0; at < bytes.Length && pictures < 2;)
        {
            switch (bytes[at])
            {
                case 0x21:
                    at = Behind(bytes, at + 2);
                    break;
                case 0x2C when at + 10 <= bytes.Length:
                    if (++pictures == 2)
                        return true;
                    at = Behind(bytes, at + 11 + Table(bytes[at + 9]));
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    private static int Table(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int Behind(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
            at += bytes[at] + 1;
        return at + 1;
    }
}
