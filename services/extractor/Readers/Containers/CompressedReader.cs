using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Sniffing;
using SharpCompress.Common;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.Xz;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>
/// Unpacks a file that is compressed by itself (gzip, bzip2, xz), as servers also send pages whose header does not say so. A TAR within, which programs
/// pack in the same step, is no container of its own.
/// </summary>
/// <param name="archives">Unpacks the TAR.</param>
internal sealed class CompressedReader(ArchiveReader archives) : IContainerReader
{
    /// <summary>Name of a file that has none in its container.</summary>
    public const string Content = "content";

    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Gzip, Extractor.MediaTypes.Bzip2, Extractor.MediaTypes.Xz];

    public string Name => archives.Name;

    public ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation)
    {
        try
        {
            var mediaType = CompressedKind.Of(bytes.Span);
            using var content = Unpacking(mediaType, new MemoryStream(bytes.ToArray(), writable: false));
            var unpacked = BoundedContent.ReadAll(content, Math.Min(BoundedContent.Budget(bytes.Length, limits), limits.EntryBytes), cancellation);
            // The stream takes what is cut off for whole.
            if (mediaType == Extractor.MediaTypes.Gzip && BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[^4..]) != (uint)unpacked.Length)
                throw new InvalidDataException("The length at its end is another");
            return TarKind.IsOne(unpacked) ? archives.Open(unpacked, limits, cancellation) : [new ContainerEntry(Content, unpacked)];
        }
        catch (Exception error) when (error is SharpCompressException or InvalidDataException or IOException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The compressed file is damaged or cut off ({error.Message.Split('\n')[0].Trim()}). Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    private static Stream Unpacking(string? mediaType, Stream packed) => mediaType switch
    {
        Extractor.MediaTypes.Bzip2 => BZip2Stream.Create(packed, SharpCompress.Compressors.CompressionMode.Decompress, decompressConcatenated: true),
        Extractor.MediaTypes.Xz => new XZStream(packed),
        _ => new GZipStream(packed, CompressionMode.Decompress),
    };
}
