using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>
/// Word wrapped numbers and dates in smart tags until 2010. The library does not know the element and reads nothing within it as text, so that
/// the tags go before the document is parsed; what they hold stays.
/// </summary>
internal static class SmartTags
{
    /// <returns>The document as it would be without its smart tags; null when the part holds something else.</returns>
    /// <inheritdoc cref="PartBounds.Read" path="/exception"/>
    public static Document? Without(MainDocumentPart main, PartBounds bounds) => HasTags(main, bounds) ? new Document(Unwrapped(main)) : main.Document;

    private static bool HasTags(MainDocumentPart main, PartBounds bounds)
    {
        using var reader = PartBounds.Xml(main);
        var isFound = false;
        while (bounds.Read(reader))
            isFound |= reader is { NodeType: XmlNodeType.Element, LocalName: "smartTag", NamespaceURI: UsedStyles.Namespace };
        return isFound;
    }

    private static string Unwrapped(MainDocumentPart main)
    {
        using var reader = PartBounds.Xml(main);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            while (reader.Read())
            {
                if (reader is not { LocalName: "smartTag" or "smartTagPr", NamespaceURI: UsedStyles.Namespace })
                    Copy(reader, writer);
            }
        }
        return text.ToString();
    }

    private static void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (isEmpty)
                    writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            // Outside the root white space would make the text no XML to the library.
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when reader.Depth == 0:
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteString(reader.Value);
                break;
        }
    }
}
