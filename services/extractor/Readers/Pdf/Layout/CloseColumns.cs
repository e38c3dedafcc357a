using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Web pages printed without borders leave less space between columns than there is between words. Figures at the end of a line are set apart
/// all the same where those of other lines stand above or below each of them, or a header right above.
/// </summary>
internal static partial class CloseColumns
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
        var rows = lines.Select(line => (Line: line, Figures: Figures(line).Select(i => line.Words[i]).ToList())).Where(row => row.Figures.Count > 0).ToList();
        var columns = lines.Select((line, at) => Figures(line).FindAll(i => IsClose(line, i) && (IsColumn(line, line.Words[i], rows) || (at > 0 && IsBelowHeader(line.Words[i], lines[at - 1]))))).ToList();
        if (columns.TrueForAll(its => its.Count == 0))
            return lines;
        // On such a page a lone figure behind its label has no other to be told by.
        return [.. lines.Select((line, at) => Figures(line) is [var lone] && IsClose(line, lone) ? [lone] : columns[at]).Zip(lines, (its, line) => its.Count > 0 ? new TextLine(line.Words, [.. its]) : line)];
    }

    private static bool IsBelowHeader(PdfWord figure, TextLine above) =>
        above.Words.Skip(1).Any(header => !CharacterClass.IsFigure(header.Text) && Math.Abs(header.Box.Left - figure.Box.Left) < Aligned * figure.Box.Height);

    // A line with several figures in the places of those of this one is a row of the same table.
    private static bool IsColumn(TextLine line, PdfWord figure, List<(TextLine Line, List<PdfWord> Figures)> rows) => rows
        .Where(row => row.Line != line && row.Figures.Exists(other => IsAligned(other, figure)))
        .Sum(row => Figures(line).Count(i => row.Figures.Exists(other => IsAligned(other, line.Words[i]))) > FewestOthers ? FewestOthers : 1) >= FewestOthers;

    /// <summary>Indices of the words at the end of a line that are figures, each with a gap before it. One with which a piece of a sentence ends is part of that.</summary>
    private static List<int> Figures(TextLine line)
    {
        var figures = new List<int>();
        for (var i = line.Words.Length - 1; i > 0 && line.Words[i].Turn == QuarterTurn.None && CharacterClass.IsFigure(line.Words[i].Text) && WordGap.Gap(line.Words[i - 1], line.Words[i]) >= LeastGap; i--)
            figures.Add(i);
        return figures.Count == 1 && IsSentence(line) ? [] : figures;
    }

    // Labels explain themselves in brackets.
    private static bool IsSentence(TextLine line) => Bracketed().Replace(line.Text, string.Empty).AsSpan().ContainsAny('，', '。', '；');

    private static bool IsClose(TextLine line, int i) =>
        !WordGap.SetsApart(line.Words[i - 1], line.Words[i]) && !(line.Words[i].Text.Length == Thousands && CharacterClass.IsDigit(line.Words[i - 1].Text[^1]));

    private static bool IsAligned(PdfWord one, PdfWord other)
    {
        var slack = Aligned * other.Box.Height;
        return Math.Abs(one.Box.Left - other.Box.Left) < slack || Math.Abs(one.Box.Right - other.Box.Right) < slack || Math.Abs(one.Box.MiddleX - other.Box.MiddleX) < slack;
    }

    [GeneratedRegex(@"[(（][^()（）]*[)）]?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
