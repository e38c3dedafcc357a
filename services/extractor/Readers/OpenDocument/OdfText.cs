using System.Text;
using System.Xml.Linq;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>The text of a paragraph as printed: without notes, comments, drawings, pinyin above characters and what a style hides.</summary>
internal static class OdfText
{
    // No more spaces are printed in one place of a report's line.
    private const int MostSpaces = 200;

    /// <summary>Text with breaks as line feeds and tabs as tabs.</summary>
    public static string Of(XElement paragraph, OpenStyles styles)
    {
        if (styles.HidesText("paragraph", paragraph.Attribute(OpenNames.Text + "style-name")?.Value))
            return string.Empty;
        var text = new StringBuilder();
        Append(paragraph, text, styles);
        return text.ToString();
    }

    private static void Append(XElement element, StringBuilder text, OpenStyles styles)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText characters)
                text.Append(characters.Value.Replace('\n', ' '));
            else if (node is XElement child)
                AppendElement(child, text, styles);
        }
    }

    private static void AppendElement(XElement child, StringBuilder text, OpenStyles styles)
    {
        if (child.Name.Namespace != OpenNames.Text)
            return;
        switch (child.Name.LocalName)
        {
            case "s":
                text.Append(' ', Math.Min(MostSpaces, OpenNames.Count(child, OpenNames.Text + "c")));
                break;
            case "tab":
                text.Append('\t');
                break;
            case "line-break":
                text.Append('\n');
                break;
            case "note" or "ruby-text" or "hidden-text" or "hidden-paragraph":
                break;
            case "span" when styles.HidesText("text", child.Attribute(OpenNames.Text + "style-name")?.Value):
                break;
            default:
                Append(child, text, styles);
                break;
        }
    }
}
