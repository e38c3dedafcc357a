using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The text of a cell: its paragraphs and lines in one, without nested tables that have cells to tell apart.</summary>
internal static class CellText
{
    public static string Of(IEnumerable<OpenXmlElement> parts)
    {
        var text = new StringBuilder();
        foreach (var line in parts.SelectMany(Paragraphs).SelectMany(paragraph => InlineText.Of(paragraph).Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            // Two numbers, or two Latin words, below each other are two; a label goes on on its next line.
            if (text.Length > 0 && char.IsLetterOrDigit(text[^1]) && IsNarrow(text[^1]) && IsNarrow(line[0]) && char.IsLetterOrDigit(line[0]))
                text.Append(' ');
            text.Append(line);
        }
        return text.ToString();
    }

    /// <summary>Whether a nested table has one cell only: a box round the text of the cell that holds it.</summary>
    public static bool IsFrame(Table nested) => TableLayout.Of(nested).Cells.Count == 1;

    private static IEnumerable<Paragraph> Paragraphs(OpenXmlElement container) => container.ChildElements.SelectMany(child => child switch
    {
        Paragraph paragraph => [paragraph],
        Table table when !IsFrame(table) => [],
        DeletedRun or MoveFromRun => [],
        _ => child.HasChildren ? Paragraphs(child) : [],
    });

    /// <summary>Latin, digits and their full-width forms: scripts that set words apart.</summary>
    private static bool IsNarrow(char character) => character < '\u2E80' || character is >= '０' and <= '９';
}
