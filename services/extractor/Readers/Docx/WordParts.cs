using System.IO.Compression;
using System.Xml;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Packages;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Bounds every part that the library may parse, whatever its name: it builds trees by recursion, of up to two kilobytes an element.</summary>
internal static class WordParts
{
    /// <summary>Elements of all parts together. Reports of a hundred pages have 60,000.</summary>
    private const int MostElements = 300_000;

    /// <summary>A table in a text box in a table in a text box is about 60 deep.</summary>
    private const int DeepestElement = 250;

    /// <exception cref="UnreadableDocumentException">malformed or too-large.</exception>
    /// <exception cref="XmlException">A part is no XML.</exception>
    /// <exception cref="InvalidDataException">A part cannot be unpacked.</exception>
    public static void Check(ZipArchive archive, CancellationToken cancellation)
    {
        var types = ContentTypes.Of(archive);
        var elements = 0;
        foreach (var entry in archive.Entries.Where(entry => types.IsXml(entry.FullName)))
            elements = Check(entry, elements, cancellation);
    }

    /// <returns>The elements so far, with those of this part.</returns>
    private static int Check(ZipArchiveEntry entry, int elements, CancellationToken cancellation)
    {
        if (entry.Length > ZipPackage.MostXmlBytes)
            throw TooLarge();
        using var reader = ZipPackage.Xml(entry);
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
                throw new UnreadableDocumentException(FailureReasons.Malformed, $"The Word file nests its elements more than {DeepestElement} deep, which no word processor does. It may be built to exhaust memory.");
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            elements += 1 + (reader.AttributeCount / 8);
            if (elements > MostElements)
                throw TooLarge();
            if (elements % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
        }

        return elements;
    }

    private static UnreadableDocumentException TooLarge() =>
        new(FailureReasons.TooLarge, "The Word file has far more elements than a report needs. It may be built to exhaust memory; look at it with an archive tool first.");
}
