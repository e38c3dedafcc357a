using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Tells headings by size and place, or by their numbering.</summary>
internal static partial class Headings
{
    /// <summary>A heading is set at least this much larger than the body.</summary>
    public const double Larger = 1.15;

    /// <summary>A heading that web pages set at the left is this much larger: as a browser does it, 1.5 times for the second level, 2 for the first.</summary>
    private const double LargerAtLeft = 1.4;

    /// <summary>Whether the line is set larger than the body and in the middle of the page, or much larger, as a title is.</summary>
    public static bool IsTitle(FlowItem item, double bodyEm) =>
        item.Line!.Em >= bodyEm * LargerAtLeft || (item.Line.Em >= bodyEm * Larger && Math.Abs(item.Box.MiddleX - item.Page.Width / 2) < item.Line.Em * 2);

    /// <summary>Whether the text begins as a numbered item does: 一、 （二） 3. 第四章.</summary>
    public static bool IsNumbered(string text) => Numbering().IsMatch(text);

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部]|[（(][一二三四五六七八九十]{1,3}[)）]|[（(]\d{1,2}[)）]|\d{1,2}[.．、]\D)")]
    private static partial Regex Numbering();
}
