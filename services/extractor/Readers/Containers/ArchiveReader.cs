using System.Collections.Immutable;
using System.Text;
using Pipeline.Contracts.Reasons;
using SharpCompress.Archives;
using SharpCompress.Common;
using SharpCompress.Readers;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>Unpacks ZIP, RAR, 7z and TAR. Names without a mark of their encoding are UTF-8 where they can be, and GBK else, as Chinese systems write them.</summary>
internal sealed class ArchiveReader : IContainerReader
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Zip, Extractor.MediaTypes.Rar, Extractor.MediaTypes.SevenZip, Extractor.MediaTypes.Tar];

    public string Name { get; } = $"archive/SharpCompress {typeof(ArchiveFactory).Assembly.GetName().Version!.ToString(3)}";

    public ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation)
    {
        try
        {
            using var archive = ArchiveFactory.OpenArchive(new MemoryStream(bytes.ToArray(), writable: false), new ReaderOptions { ArchiveEncoding = new ArchiveEncoding { CustomDecoder = Decode } });
            return Unpack(archive, bytes.Length, limits, cancellation);
        }
        catch (CryptographicException error)
        {
            throw Encrypted(error);
        }
        catch (MultiVolumeExtractionException error)
        {
            throw new UnreadableDocumentException(FailureReasons.Unsupported, "The archive is one part of several. Fetch the others and pack them as one.", error);
        }
        catch (Exception error) when (error is SharpCompressException or InvalidDataException or IOException or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The archive is damaged, cut off or one part of several ({error.Message.Split('\n')[0].Trim()}). Fetch it again, or the other parts and pack them as one.", error);
        }
    }

    private static ImmutableArray<ContainerEntry> Unpack(IArchive archive, int packed, ContainerLimits limits, CancellationToken cancellation)
    {
        var entries = archive.Entries.Where(entry => !entry.IsDirectory && !IsOfSystem(entry.Key ?? string.Empty)).Take(limits.Entries + 1).ToList();
        if (entries.Count > limits.Entries)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The archive holds more than {limits.Entries} files. Unpack it and read the file that is the report.");
        if (entries.Exists(entry => entry.IsEncrypted))
            throw Encrypted(null);
        var unpacked = ImmutableArray.CreateBuilder<ContainerEntry>(entries.Count);
        var budget = BoundedContent.Budget(packed, limits);
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            using var content = entry.OpenEntryStream();
            var bytes = BoundedContent.ReadAll(content, Math.Min(budget, limits.EntryBytes), cancellation);
            budget -= bytes.Length;
            unpacked.Add(new ContainerEntry((entry.Key ?? string.Empty).Replace('\\', '/'), bytes));
        }
        return Unique(unpacked);
    }

    /// <summary>An archive may hold two files of one name: the second gets a number, so that a locator leads to one.</summary>
    private static ImmutableArray<ContainerEntry> Unique(IEnumerable<ContainerEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(group => group.Select((entry, i) => i == 0 ? entry : entry with { Name = $"{entry.Name} ({i + 1})" }))];

    private static bool IsOfSystem(string name) =>
        name.Replace('\\', '/').Split('/') is var parts && (parts.Contains("__MACOSX") || parts[^1].StartsWith("._", StringComparison.Ordinal) || parts[^1].StartsWith("~$", StringComparison.Ordinal) || parts[^1] is "" or ".DS_Store" or "Thumbs.db" or "desktop.ini");

    private static string Decode(byte[] bytes, int start, int length, EncodingType type)
    {
        try
        {
            return StrictUtf8.GetString(bytes, start, length);
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.GetString(bytes, start, length);
        }
    }

    private static UnreadableDocumentException Encrypted(Exception? error) =>
        new(FailureReasons.Encrypted, "The archive is encrypted with a password. Ask its publisher for an open copy.", error);
}
