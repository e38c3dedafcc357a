using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Pipeline.Crawler.Fetching;

/// <summary>
/// Undoes a content encoding within bounds: pure, from bytes to bytes. The platform's inflating streams take the end of their input for the end of
/// the data; this tells a body cut short from a whole one.
/// </summary>
internal static class ContentDecoding
{
    /// <summary>The encodings that <see cref="Decode"/> undoes, as sent in Accept-Encoding.</summary>
    public const string Accepted = "gzip, deflate, br";

    // Zeros after a deflate stream that has ended are not looked at; after one cut short they are read as data or break it. The header of a
    // block, which gives no data, takes up to 320 bytes.
    private const int ProbeLength = 1024;

    /// <param name="encoding">Value of Content-Encoding; null or empty for none.</param>
    /// <param name="wire">Body as it travelled.</param>
    /// <param name="keep">Most bytes of output wanted.</param>
    /// <param name="largestRatio">Bytes of output per byte of input that are taken for honest.</param>
    public static DecodedBody Decode(string? encoding, ReadOnlyMemory<byte> wire, int keep, int largestRatio)
    {
        var coding = encoding.AsSpan().Trim();
        if (coding.IsEmpty || wire.IsEmpty || Is(coding, "identity"))
            return new(wire[..Math.Min(wire.Length, keep)].ToArray(), wire.Length > keep ? FetchFailure.TooLarge : null);
        using var output = new BoundedOutput(wire.Length, keep, largestRatio);
        if (Is(coding, "br"))
            return output.Result(Unbrotli(wire.Span, output));
        if (Is(coding, "gzip") || Is(coding, "x-gzip"))
            return output.Result(Inflate(wire, output, static bytes => new GZipStream(bytes, CompressionMode.Decompress), GzipLength(wire.Span)));
        if (!Is(coding, "deflate"))
            return new(ReadOnlyMemory<byte>.Empty, FetchFailure.EncodingUnknown);
        // "deflate" should mean zlib, but some servers send the bare stream.
        return output.Result(HasZlibHeader(wire.Span)
            ? Inflate(wire, output, static bytes => new ZLibStream(bytes, CompressionMode.Decompress), null)
            : Inflate(wire, output, static bytes => new DeflateStream(bytes, CompressionMode.Decompress), null));
    }

    private static FetchFailure? Inflate(ReadOnlyMemory<byte> wire, BoundedOutput output, Func<Stream, Stream> open, uint? statedLength)
    {
        try
        {
            using var source = AsStream(wire);
            using var inflating = open(source);
            while (!output.IsFull && inflating.Read(output.Free) is > 0 and var count)
                output.Advance(count, source.Position);
            return output.Excess ?? (statedLength == output.Length || HasEnded(wire, output.Length, open) ? null : FetchFailure.Truncated);
        }
        catch (InvalidDataException)
        {
            return FetchFailure.Malformed;
        }
    }

    private static bool HasEnded(ReadOnlyMemory<byte> wire, int length, Func<Stream, Stream> open)
    {
        var probed = new byte[wire.Length + ProbeLength];
        wire.CopyTo(probed);
        Span<byte> skipped = stackalloc byte[4096];
        try
        {
            using var inflating = open(new MemoryStream(probed));
            while (length >= 0 && inflating.Read(skipped) is > 0 and var count)
                length -= count;
            return length == 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static FetchFailure? Unbrotli(ReadOnlySpan<byte> wire, BoundedOutput output)
    {
        using var decoder = new BrotliDecoder();
        var read = 0;
        while (!output.IsFull)
        {
            var status = decoder.Decompress(wire[read..], output.Free, out var consumed, out var written);
            read += consumed;
            output.Advance(written, read);
            if (status == OperationStatus.Done)
                return output.Excess;
            if (status != OperationStatus.DestinationTooSmall)
                return status == OperationStatus.NeedMoreData ? FetchFailure.Truncated : FetchFailure.Malformed;
        }

        return output.Excess;
    }

    /// <summary>Length that a gzip trailer states: it agrees for one whole member, and else the stream must be probed.</summary>
    private static uint? GzipLength(ReadOnlySpan<byte> wire) => wire.Length >= 18 ? MemoryMarshal.Read<uint>(wire[^4..]) : null;

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false) : new MemoryStream(bytes.ToArray());

    private static bool Is(ReadOnlySpan<char> coding, string name) => coding.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool HasZlibHeader(ReadOnlySpan<byte> wire) => wire.Length > 1 && (wire[0] & 0x0f) == 8 && ((wire[0] << 8) | wire[1]) % 31 == 0;
}
