using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The text of a cell: its paragraphs and lines in one, without nested tables unless one is all there is.</summary>
internal static class WordCellText
{
    /// <summary>Twentieths of a point: lower lines cut their text.</summary>
    private const int LeastHeight = 160;

    /// <summary>Twentieths of a point: lines that start farther out lie over the neighbour, or beyond a narrow cell.</summary>
    private const int LeastIndent = -500;
    private const int MostIndent = 4_000;

    public static string Of(IEnumerable<OpenXmlElement> parts, InlineTexts texts) => FrameIn(parts, texts) is { } frame ? Of(WordTableGrid.Of(frame).Cells[0].Parts, texts) : OwnText(parts, texts);

    /// <returns>The nested table that is only a box round the text of the cell: the cell has no other text and the table no second cell. Null where there is none.</returns>
    public static Table? FrameIn(IEnumerable<OpenXmlElement> parts, InlineTexts texts) =>
        parts.SelectMany(part => part.Elements<Table>()).Take(2).ToList() is [var nested] && WordTableGrid.Of(nested).Cells.Count == 1 && OwnText(parts, texts).Length == 0 ? nested : null;

    /// <summary>Whether a table of several rows and columns stands in the cell, whose text then says what that table is.</summary>
    public static bool HoldsTable(IEnumerable<OpenXmlElement> parts) =>
        parts.SelectMany(part => part.Elements<Table>()).Any(nested => WordTableGrid.Of(nested) is { RowCount: > 1, ColumnCount: > 1 });

    /// <summary>The cell's lines, blank ones included; empty where it has one at most.</summary>
    public static ImmutableArray<string> LinesOf(IEnumerable<OpenXmlElement> parts, InlineTexts texts)
    {
        var lines = parts.SelectMany(Paragraphs).SelectMany(paragraph => texts.Of(paragraph).Text.Split('\n')).Select(line => line.Trim()).ToImmutableArray();
        return lines.Length > 1 ? lines : [];
    }

    /// <summary>Why the cell may look other than it reads, as codes of <see cref="AppearanceReasons"/>.</summary>
    public static IEnumerable<string> Doubts(IEnumerable<OpenXmlElement> parts, InlineTexts texts) =>
        parts.SelectMany(Paragraphs).SelectMany(paragraph => texts.Of(paragraph).Doubts.Concat(ParagraphDoubts(paragraph, texts.Looks))).Concat(parts.SelectMany(RowDoubts)).Distinct();

    // Numbered, framed, squeezed or far indented paragraphs show more, elsewhere or less than their text.
    private static IEnumerable<string> ParagraphDoubts(Paragraph paragraph, RunLooks looks)
    {
        if (Given<NumberingProperties>(paragraph, looks)?.NumberingId?.Val?.Value is > 0)
            yield return AppearanceReasons.Generated;
        if (Given<FrameProperties>(paragraph, looks) is not null || Given<Indentation>(paragraph, looks) is { } indent && Start(indent) is < LeastIndent or > MostIndent)
            yield return AppearanceReasons.Moved;
        if (Given<SpacingBetweenLines>(paragraph, looks) is { LineRule: { } rule, Line.Value: { } line } && rule.Value == LineSpacingRuleValues.Exact && int.TryParse(line, out var height) && height < LeastHeight)
            yield return AppearanceReasons.Cut;
        if (looks.HasPlaceholders && (paragraph.Descendants<ShowingPlaceholder>().Any() || paragraph.Ancestors<SdtElement>().Any(control => control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is not null)))
            yield return AppearanceReasons.Hidden;
    }

    /// <summary>A property of the paragraph: its own, else that of the closest style that has it.</summary>
    private static T? Given<T>(Paragraph paragraph, RunLooks looks)
        where T : OpenXmlElement
    {
        if (paragraph.ParagraphProperties?.GetFirstChild<T>() is { } own)
            return own;
        foreach (var style in looks.StylesOf(paragraph))
        {
            if (style.StyleParagraphProperties?.GetFirstChild<T>() is { } given)
                return given;
        }
        return null;
    }

    /// <summary>Where the first line starts, in twentieths of a point.</summary>
    private static double Start(Indentation indent) =>
        Twentieths(indent.Left ?? indent.Start, indent.LeftChars ?? indent.StartCharacters) + Twentieths(indent.FirstLine, indent.FirstLineChars) - Twentieths(indent.Hanging, indent.HangingChars);

    // Characters, in hundredths, win; one is about ten points wide.
    private static double Twentieths(StringValue? length, Int32Value? characters) =>
        int.TryParse(characters?.InnerText, out var hundredths) && hundredths != 0 ? hundredths * 2.1 : double.TryParse(length?.InnerText, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<string> RowDoubts(OpenXmlElement cell)
    {
        if (cell.Parent is TableRow { TableRowProperties: { } row } && row.GetFirstChild<TableRowHeight>() is { HeightType: { } kind, Val.Value: < LeastHeight } && kind.Value == HeightRuleValues.Exact)
            yield return AppearanceReasons.Cut;
        if (cell is TableCell { TableCellProperties: { } properties } && properties.GetFirstChild<CellMerge>() is not null)
            yield return AppearanceReasons.Order;
    }

    private static string OwnText(IEnumerable<OpenXmlElement> parts, InlineTexts texts) =>
        JoinedLines.Of(parts.SelectMany(Paragraphs).SelectMany(paragraph => texts.Of(paragraph).Text.Split('\n')));

    private static IEnumerable<Paragraph> Paragraphs(OpenXmlElement container) => container.ChildElements.SelectMany(child => child switch
    {
        Paragraph paragraph => [paragraph],
        Table or DeletedRun or MoveFromRun => [],
        _ => child.HasChildren ? Paragraphs(child) : [],
    });
}
