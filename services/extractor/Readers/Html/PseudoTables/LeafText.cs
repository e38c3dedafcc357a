using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Tells figures from labels by their looks.</summary>
internal static class LeafText
{
    private const int LongestFigure = 20;

    private const int LongestFact = 40;

    /// <summary>A name and its value, such as the date, source and hits of a byline.</summary>
    public static bool IsFact(Box box) => box.TextLength is > 2 and < LongestFact && BoxText.Of(box).AsSpan().IndexOfAny('：', ':') > 0;

    /// <summary>A number with or without a unit, a dash or another sign for nothing, or a blank.</summary>
    public static bool IsFigure(Box box)
    {
        if (box.TextLength > LongestFigure)
        {
            return false;
        }

        var text = BoxText.Of(box).TrimEnd('件', '元', '万', '个', '条', '项', '次', '宗', '%').Trim();
        return text is "" or "无" or "無" || text.All(c => char.IsAsciiDigit(c) || c is (>= '０' and <= '９') or '.' or ',' or '，' or '-' or '+' or '/' or '—' or '－' or '–' or '／' or '\\' or ' ');
    }
}
