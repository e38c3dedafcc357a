using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>The texts that the cells of a workbook share, without pinyin.</summary>
internal static partial class SharedTexts
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
        return Unescaped(text.ToString());
    }

    /// <summary>Text without the escapes of characters that XML cannot hold, such as <c>_x000D_</c> for the return that ends a line.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, escape => ((char)int.Parse(escape.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
