namespace Pipeline.Extractor.Model;

/// <summary>A picture in a document that is as large as a table may be. Readers of text leave it alone.</summary>
/// <param name="Name">By which the same reader gives it again: its number in a page, its path in a package, the name of a file beside the document in a container.</param>
/// <param name="Before">Blocks of the document that stand before it.</param>
/// <param name="Bytes">Of the picture's file.</param>
public sealed record EmbeddedPicture(string Name, int Before, ReadOnlyMemory<byte> Bytes);
