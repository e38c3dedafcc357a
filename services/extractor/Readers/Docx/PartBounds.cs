using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Packages;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Bounds the parts of a Word file before the library parses them: it builds trees by recursion, of up to two kilobytes an element.</summary>
internal sealed class PartBounds(CancellationToken cancellation)
{
    /// <summary>Elements of all parts together. Reports of a hundred pages have 60,000.</summary>
    private const int MostElements = 300_000;

    /// <summary>A table in a text box in a table in a text box is about 60 deep.</summary>
    private const int DeepestElement = 250;

    private int _elements;

    /// <returns>The part's tree; null without the part, or where it holds something else.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    public T? Root<T>(OpenXmlPart? part)
        where T : DocumentFormat.OpenXml.OpenXmlPartRootElement
    {
        if (part is null)
            return null;
        using var reader = Xml(part);
        while (Read(reader))
        {
        }
        return part.RootElement as T;
    }

    /// <summary>A reader over a part that loads nothing from outside; it closes the part.</summary>
    /// <exception cref="UnreadableDocumentException">too-large.</exception>
    public static XmlReader Xml(OpenXmlPart part)
    {
        using var content = part.GetStream(FileMode.Open, FileAccess.Read);
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (content.Read(buffer) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > ZipPackage.MostXmlBytes)
                throw TooLarge();
        }
        bytes.Position = 0;
        return ZipPackage.Xml(bytes);
    }

    /// <summary>Goes on to the next node.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="UnreadableDocumentException">malformed or too-large.</exception>
    /// <exception cref="XmlException">The part is no XML.</exception>
    public bool Read(XmlReader reader)
    {
        if (!reader.Read())
            return false;
        if (reader.Depth > DeepestElement)
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The Word file nests its elements more than {DeepestElement} deep, which no word processor does. It may be built to exhaust memory.");
        if (reader.NodeType == XmlNodeType.Element)
            Count(1 + (reader.AttributeCount / 8));
        return true;
    }

    /// <returns>The markup of the element that the reader stands on; it stands behind it then.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    public string Element(XmlReader reader)
    {
        var markup = reader.ReadOuterXml();
        using var within = ZipPackage.Xml(new StringReader(markup));
        while (Read(within))
        {
        }
        return markup;
    }

    private void Count(int elements)
    {
        _elements += elements;
        if (_elements > MostElements)
            throw TooLarge();
        if (_elements % 1024 < elements)
            cancellation.ThrowIfCancellationRequested();
    }

    private static UnreadableDocumentException TooLarge() =>
        new(FailureReasons.TooLarge, "The Word file has far more elements than a report needs. It may be built to exhaust memory; look at it with an archive tool first.");
}
