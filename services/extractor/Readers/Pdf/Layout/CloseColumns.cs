using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Web pages printed without borders leave less space between columns than there is between words. Figures at the end of a line are set apart
/// all the same where those of other lines stand above or below each of them.
/// </summary>
internal static class CloseColumns
{
    /// <summary>Font sizes between two columns at least; digits of one number are closer.</summary>
    private const double LeastGap = 0.1;

    /// <summary>Font sizes within which figures of one column share their left side, right side or middle.</summary>
    private const double Aligned = 0.25;

    /// <summary>Other lines that must have a figure in the same place.</summary>
    private const int FewestOthers = 2;

    /// <summary>Digits of a group of thousands, which may stand as close to the group before.</summary>
    private const int Thousands = 3;

    public static ImmutableArray<TextLine> Apart(ImmutableArray<TextLine> lines)
    {
        var figures = lines.Select(Figures).ToList();
        var places = lines.SelectMany((line, at) => figures[at].Select(i => (Line: at, Word: line.Words[i]))).ToList();
        return [.. lines.Select((line, at) => figures[at].FindAll(i => IsClose(line, i) && IsColumn(line.Words[i], places.Where(place => place.Line != at))) is { Count: > 0 } close ? new TextLine(line.Words, [.. close]) : line)];
    }

    private static bool IsColumn(PdfWord figure, IEnumerable<(int Line, PdfWord Word)> others) =>
        others.Where(other => IsAligned(other.Word, figure)).Select(other => other.Line).Distinct().Take(FewestOthers).Count() == FewestOthers;

    /// <summary>Indices of the words at the end of a line that are figures, each with a gap before it.</summary>
    private static List<int> Figures(TextLine line)
    {
        var figures = new List<int>();
        for (var i = line.Words.Length - 1; i > 0 && line.Words[i].Turn == QuarterTurn.None && CharacterClass.IsFigure(line.Words[i].Text) && WordGap.Gap(line.Words[i - 1], line.Words[i]) >= LeastGap; i--)
            figures.Add(i);
        return figures;
    }

    private static bool IsClose(TextLine line, int i) =>
        !WordGap.SetsApart(line.Words[i - 1], line.Words[i]) && !(line.Words[i].Text.Length == Thousands && CharacterClass.IsDigit(line.Words[i - 1].Text[^1]));

    private static bool IsAligned(PdfWord one, PdfWord other)
    {
        var slack = Aligned * other.Box.Height;
        return Math.Abs(one.Box.Left - other.Box.Left) < slack || Math.Abs(one.Box.Right - other.Box.Right) < slack || Math.Abs(one.Box.MiddleX - other.Box.MiddleX) < slack;
    }
}
