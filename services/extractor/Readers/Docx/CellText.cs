using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The text of a cell: its paragraphs and lines in one, without nested tables unless one is all there is.</summary>
internal static class CellText
{
    public static string Of(IEnumerable<OpenXmlElement> parts) => FrameIn(parts) is { } frame ? Of(TableLayout.Of(frame).Cells[0].Parts) : OwnText(parts);

    /// <returns>The nested table that is only a box round the text of the cell: the cell has no other text and the table no second cell. Null where there is none.</returns>
    public static Table? FrameIn(IEnumerable<OpenXmlElement> parts) =>
        parts.SelectMany(part => part.Elements<Table>()).Take(2).ToList() is [var nested] && TableLayout.Of(nested).Cells.Count == 1 && OwnText(parts).Length == 0 ? nested : null;

    /// <summary>The cell's lines, blank ones included; empty where it has one at most.</summary>
    public static ImmutableArray<string> LinesOf(IEnumerable<OpenXmlElement> parts)
    {
        var lines = parts.SelectMany(Paragraphs).SelectMany(paragraph => InlineText.Of(paragraph).Split('\n')).Select(line => line.Trim()).ToImmutableArray();
        return lines.Length > 1 ? lines : [];
    }

    private static string OwnText(IEnumerable<OpenXmlElement> parts) =>
        JoinedLines.Of(parts.SelectMany(Paragraphs).SelectMany(paragraph => InlineText.Of(paragraph).Split('\n')));

    private static IEnumerable<Paragraph> Paragraphs(OpenXmlElement container) => container.ChildElements.SelectMany(child => child switch
    {
        Paragraph paragraph => [paragraph],
        Table or DeletedRun or MoveFromRun => [],
        _ => child.HasChildren ? Paragraphs(child) : [],
    });
}
