using System.Collections.Immutable;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>The texts that the cells of a workbook share, without pinyin.</summary>
internal static class SharedTexts
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    public static ImmutableArray<string> Of(SharedStringTablePart? part)
    {
        if (part is null)
            return [];
        var texts = ImmutableArray.CreateBuilder<string>();
        using var reader = Reader(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
                texts.Add(Text(reader));
        }
        return texts.ToImmutable();
    }

    public static XmlReader Reader(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Settings);

    /// <summary>Text of the element that the reader stands on; the reader then stands on its end.</summary>
    public static string Text(XmlReader reader)
    {
        var text = new StringBuilder();
        using var inner = reader.ReadSubtree();
        inner.Read();
        while (!inner.EOF)
        {
            if (inner.NodeType == XmlNodeType.Element && inner.LocalName == "t")
                text.Append(inner.ReadElementContentAsString());
            else if (inner.NodeType == XmlNodeType.Element && inner.LocalName == "rPh")
                inner.Skip();
            else
                inner.Read();
        }
        return text.ToString();
    }
}
