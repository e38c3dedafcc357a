using Pipeline.Extractor.Readers.Containers;

namespace Pipeline.Extractor;

/// <summary>What is known about a document besides its bytes. Every part may be wrong: bytes decide first.</summary>
public sealed record DocumentHints
{
    public string? FileName { get; init; }

    /// <summary>Address that answered; null for a file.</summary>
    public Uri? Url { get; init; }

    /// <summary>Content-Type header as sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>Text of the link that led to the document.</summary>
    public string? LinkText { get; init; }

    /// <summary>Gives the file to which an address in the document leads, among those that came in one container with it; null for none. Null for a document alone.</summary>
    public Func<string, ContainerEntry?>? Beside { get; init; }

    /// <summary>Whether the sources file lists the host as an official one.</summary>
    public bool ListedHost { get; init; }
}
