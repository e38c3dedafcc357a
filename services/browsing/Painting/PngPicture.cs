using System.Buffers.Binary;
using System.IO.Compression;

namespace Pipeline.Browsing.Painting;

/// <summary>A picture as the browser hands it over: eight bits a channel, not interlaced.</summary>
/// <param name="Channels">3 or 4: red, green, blue, and how opaque.</param>
internal sealed record PngPicture(int Width, int Height, int Channels, byte[] Pixels)
{
    private const int Header = 8;

    // The longest page at the widest: more than any report.
    private const long MostPixels = 80_000_000;

    /// <exception cref="InvalidDataException">It is of another kind, or damaged.</exception>
    public static PngPicture Decode(byte[] file)
    {
        var (width, height, channels) = (0, 0, 0);
        using var packed = new MemoryStream();
        for (var at = Header; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var kind = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 4));
            var data = file.AsSpan(at + 8, length);
            if (kind == 0x49484452)
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                channels = (data[8], data[9], data[12]) switch { (8, 2, 0) => 3, (8, 6, 0) => 4, _ => throw new InvalidDataException("The picture is of another kind.") };
            }
            else if (kind == 0x49444154)
            {
                packed.Write(data);
            }

            at += 12 + length;
        }

        if ((long)width * height is <= 0 or > MostPixels)
            throw new InvalidDataException("The picture has no size, or too much of it.");
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        return new(width, height, channels, Unfiltered(rows, width * channels, height, channels));
    }

    private static byte[] Unfiltered(Stream rows, int stride, int height, int channels)
    {
        var pixels = new byte[stride * height];
        var above = new byte[stride].AsSpan();
        for (var row = 0; row < height; row++)
        {
            var filter = rows.ReadByte();
            var line = pixels.AsSpan(row * stride, stride);
            rows.ReadExactly(line);
            for (var i = 0; i < stride; i++)
            {
                var left = i < channels ? 0 : line[i - channels];
                line[i] += filter switch
                {
                    1 => (byte)left,
                    2 => above[i],
                    3 => (byte)((left + above[i]) / 2),
                    4 => Paeth(left, above[i], i < channels ? 0 : above[i - channels]),
                    _ => 0,
                };
            }

            above = line;
        }

        return pixels;
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (byLeft, byAbove, byCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return (byte)(byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner);
    }
}
