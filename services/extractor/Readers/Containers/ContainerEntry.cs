namespace Pipeline.Extractor.Readers.Containers;

/// <summary>A file in a container.</summary>
/// <param name="Name">Path in the archive, or name of the attachment; unique in its container.</param>
/// <param name="ContentType">As the container says; null where it says nothing.</param>
/// <param name="IsPart">Whether it belongs to the page or the mail's own text, and is no file that somebody attached.</param>
public sealed record ContainerEntry(string Name, ReadOnlyMemory<byte> Bytes, string? ContentType = null, bool IsPart = false)
{
    /// <summary>Where it stood before it was packed; null where only its name says so.</summary>
    public Uri? Address { get; init; }

    /// <summary>By which a mail's text refers to it; null for none.</summary>
    public string? ContentId { get; init; }
}
