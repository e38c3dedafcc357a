using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Store.Warc;

/// <summary>Writes records of WARC 1.1 (ISO 28500:2017), each a gzip member of its own, so that a reader may begin at any of them.</summary>
internal sealed class WarcWriter(Stream output)
{
    private static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    /// <param name="head">The record's fields but for the length and digest of its block, which are added.</param>
    /// <param name="block">The parts of the record's block, in order.</param>
    public async Task Write(IReadOnlyList<WarcField> head, IReadOnlyList<ReadOnlyMemory<byte>> block, CancellationToken cancellation)
    {
        await using var member = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await member.WriteAsync(Encoding.UTF8.GetBytes(Head(head, block)), cancellation);
        foreach (var part in block)
            await member.WriteAsync(part, cancellation);
        await member.WriteAsync(End, cancellation);
    }

    private static string Head(IReadOnlyList<WarcField> head, IReadOnlyList<ReadOnlyMemory<byte>> block)
    {
        var text = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in head)
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        text.Append("WARC-Block-Digest: ").Append(DigestOf(block)).Append("\r\n");
        return text.Append("Content-Length: ").Append(block.Sum(part => part.Length)).Append("\r\n\r\n").ToString();
    }

    private static string DigestOf(IReadOnlyList<ReadOnlyMemory<byte>> block)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in block)
            hash.AppendData(part.Span);
        return WarcDigest.Of(hash.GetHashAndReset());
    }
}
