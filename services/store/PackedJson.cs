using System.IO.Compression;

namespace Pipeline.Store;

/// <summary>Brotli over JSON bytes: the form of the database's blobs.</summary>
internal static class PackedJson
{
    // The step from 5 to 9 saves 3 % of a record and costs a third of a millisecond; 11 would cost thirty.
    private const int Quality = 9;

    // 64 KiB hold nearly every report whole. From 128 KiB on the encoder sets up tables of many megabytes for each: 5 ms in place of 0.3 for 0.1 %.
    private const int Window = 16;

    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, buffer, out var written, Quality, Window)
            ? buffer[..written]
            : throw new InvalidOperationException("Brotli needs more room than it said.");
    }

    /// <exception cref="InvalidDataException">The bytes are no Brotli stream: the database file is damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var source = new MemoryStream(packed);
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        using var json = new MemoryStream(packed.Length * 8);
        brotli.CopyTo(json);
        return json.ToArray();
    }
}
