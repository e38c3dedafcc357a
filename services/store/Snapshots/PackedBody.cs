using System.IO.Compression;
using Pipeline.Contracts;

namespace Pipeline.Store.Snapshots;

/// <summary>A body as it is kept, whatever keeps it: Brotli, under its hash, spread by the hash's first digits.</summary>
internal static class PackedBody
{
    /// <summary><c>ab/cd/abcd….br</c>.</summary>
    public static string Place(SnapshotHash snapshot)
    {
        var name = snapshot.ToString();
        return $"{name[..2]}/{name[2..4]}/{name}.br";
    }

    public static byte[] Pack(ReadOnlySpan<byte> body)
    {
        // Fast enough for the crawl loop; pages shrink to a fifth, PDFs stay as they are.
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, buffer, out var written, quality: 4, window: 22)
            ? buffer[..written]
            : throw new InvalidOperationException("Brotli needs more room than it said.");
    }

    /// <summary>The body; null when the bytes are not what was packed under that hash.</summary>
    public static byte[]? Unpack(byte[] packed, SnapshotHash snapshot)
    {
        try
        {
            using var source = new MemoryStream(packed);
            using var brotli = new BrotliStream(source, CompressionMode.Decompress);
            using var body = new MemoryStream();
            brotli.CopyTo(body);
            var bytes = body.ToArray();
            return SnapshotHash.Of(bytes) == snapshot ? bytes : null;
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }
}
