using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>Unpacks bytes of one family of containers: archives, mails, saved pages. Writes nothing to disk, so that no name can lead out of a folder.</summary>
public interface IContainerReader
{
    /// <summary>Media types that it unpacks.</summary>
    IReadOnlyCollection<string> MediaTypes { get; }

    /// <summary>Library and version, such as <c>archive/SharpCompress 0.50.8</c>.</summary>
    string Name { get; }

    /// <returns>The files, in the container's order; directories and what systems add on their own left out.</returns>
    /// <exception cref="UnreadableDocumentException">encrypted, truncated, malformed, too-large.</exception>
    ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation);
}
