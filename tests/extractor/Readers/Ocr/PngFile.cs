using System.Buffers.Binary;
using System.IO.Compression;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>Writes grey PNG files.</summary>
internal static class PngFile
{
    /// <param name="bits">A pixel.</param>
    /// <param name="rows">Writes all rows, each behind the number of its filter; null for a file that ends behind its head.</param>
    public static byte[] Of(int width, int height, byte bits, Action<Stream>? rows)
    {
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n\x1a\n"u8]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = bits;
        Chunk(png, "IHDR"u8, head);
        if (rows is null)
            return png.ToArray();
        using var data = new MemoryStream();
        using (var deflate = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
            rows(deflate);
        Chunk(png, "IDAT"u8, data.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> kind, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. kind, .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(crc & 1));
        }
        return ~crc;
    }
}
