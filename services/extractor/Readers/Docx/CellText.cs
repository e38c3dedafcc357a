using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The text of a cell: its paragraphs and lines in one, without nested tables unless one is all there is.</summary>
internal static class CellText
{
    /// <summary>Twentieths of a point: lower lines cut their text.</summary>
    private const int LeastHeight = 120;

    public static string Of(IEnumerable<OpenXmlElement> parts, RunLooks looks) => FrameIn(parts, looks) is { } frame ? Of(TableLayout.Of(frame).Cells[0].Parts, looks) : OwnText(parts, looks);

    /// <returns>The nested table that is only a box round the text of the cell: the cell has no other text and the table no second cell. Null where there is none.</returns>
    public static Table? FrameIn(IEnumerable<OpenXmlElement> parts, RunLooks looks) =>
        parts.SelectMany(part => part.Elements<Table>()).Take(2).ToList() is [var nested] && TableLayout.Of(nested).Cells.Count == 1 && OwnText(parts, looks).Length == 0 ? nested : null;

    /// <summary>The cell's lines, blank ones included; empty where it has one at most.</summary>
    public static ImmutableArray<string> LinesOf(IEnumerable<OpenXmlElement> parts, RunLooks looks)
    {
        var lines = parts.SelectMany(Paragraphs).SelectMany(paragraph => InlineText.Of(paragraph, looks).Split('\n')).Select(line => line.Trim()).ToImmutableArray();
        return lines.Length > 1 ? lines : [];
    }

    /// <summary>Why the cell may look other than it reads, as codes of <see cref="AppearanceReasons"/>.</summary>
    public static IEnumerable<string> Doubts(IEnumerable<OpenXmlElement> parts, RunLooks looks) =>
        parts.SelectMany(Paragraphs).SelectMany(paragraph => InlineText.Doubts(paragraph, looks).Concat(ParagraphDoubts(paragraph))).Concat(parts.SelectMany(RowDoubts)).Distinct();

    // Numbered, framed or squeezed paragraphs show more, elsewhere or less than their text.
    private static IEnumerable<string> ParagraphDoubts(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        if (properties?.NumberingProperties?.NumberingId?.Val?.Value is > 0)
            yield return AppearanceReasons.Generated;
        if (properties?.FrameProperties is not null)
            yield return AppearanceReasons.Moved;
        if (properties?.SpacingBetweenLines is { LineRule: { } rule, Line.Value: { } line } && rule.Value == LineSpacingRuleValues.Exact && int.TryParse(line, out var height) && height < LeastHeight)
            yield return AppearanceReasons.Cut;
    }

    private static IEnumerable<string> RowDoubts(OpenXmlElement cell) =>
        cell.Parent is TableRow { TableRowProperties: { } row } && row.GetFirstChild<TableRowHeight>() is { HeightType: { } kind, Val.Value: < LeastHeight } && kind.Value == HeightRuleValues.Exact ? [AppearanceReasons.Cut] : [];

    private static string OwnText(IEnumerable<OpenXmlElement> parts, RunLooks looks) =>
        JoinedLines.Of(parts.SelectMany(Paragraphs).SelectMany(paragraph => InlineText.Of(paragraph, looks).Split('\n')));

    private static IEnumerable<Paragraph> Paragraphs(OpenXmlElement container) => container.ChildElements.SelectMany(child => child switch
    {
        Paragraph paragraph => [paragraph],
        Table or DeletedRun or MoveFromRun => [],
        _ => child.HasChildren ? Paragraphs(child) : [],
    });
}
