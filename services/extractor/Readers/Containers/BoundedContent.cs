using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>What comes out of packed bytes, counted: sizes that an archive declares may be wrong.</summary>
internal static class BoundedContent
{
    /// <summary>Bytes that so many packed ones may unpack to.</summary>
    public static long Budget(int packed, ContainerLimits limits) => Math.Min(limits.Bytes, (1L << 20) + (packed * limits.Ratio));

    /// <exception cref="UnreadableDocumentException">There are more than so many.</exception>
    public static byte[] ReadAll(Stream content, long most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (content.Read(buffer) is var read and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (bytes.Length + read > most)
                throw new UnreadableDocumentException(FailureReasons.TooLarge, "The archive unpacks to far more than reports need. It may be built to exhaust memory; look at it with an archive tool first.");
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }
}
