using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Web pages printed without borders leave less space between columns than there is between words. Figures at the end of a line are set apart
/// all the same where those of other lines stand above or below each of them, or a header above with only labels between, and labels where one is numbered.
/// </summary>
internal static partial class CloseColumns
{
    /// <summary>Font sizes between two columns of figures at least; digits of one number are closer.</summary>
    private const double BetweenFigures = 0.1;

    /// <summary>Font sizes between a label that fills its cell and the figure beside it.</summary>
    private const double BehindLabel = 0.04;

    /// <summary>Font sizes between a label and that of its group at least.</summary>
    private const double BetweenLabels = 0.25;

    /// <summary>Font sizes within which figures of one column share their left side, right side or middle.</summary>
    private const double Aligned = 0.25;

    /// <summary>Other lines that must have a figure in the same place.</summary>
    private const int FewestOthers = 2;

    /// <summary>Digits of a group of thousands, which may stand as close to the group before.</summary>
    private const int Thousands = 3;

    public static ImmutableArray<TextLine> Apart(ImmutableArray<TextLine> lines)
    {
        var figures = lines.Select(Figures).ToImmutableArray();
        lines = WithLabelsApart(lines, figures);
        var close = lines.Select((line, at) => figures[at].FindAll(i => IsClose(line, i))).ToImmutableArray();
        if (close.All(its => its.Count == 0))
            return lines;
        var rows = lines.Select((line, at) => figures[at].ConvertAll(i => line.Words[i])).ToImmutableArray();
        var columns = lines.Select((line, at) => Columns(line, at, close[at], rows).Union(close[at].Where(i => HeaderAbove(lines, at) is { } header && IsBelowHeader(line.Words[i], header))).ToList()).ToList();
        if (columns.TrueForAll(its => its.Count == 0))
            return lines;
        // On such a page a lone figure behind its label has no other to be told by.
        return [.. lines.Select((line, at) => figures[at].Count == 1 && close[at] is [var lone] ? line.With(lone) : columns[at].Count > 0 ? line.With([.. columns[at]]) : line)];
    }

    /// <summary>Among rows a number of its own sets a label apart from that of its group.</summary>
    private static ImmutableArray<TextLine> WithLabelsApart(ImmutableArray<TextLine> lines, ImmutableArray<List<int>> figures)
    {
        var rows = Enumerable.Range(0, lines.Length).Where(at => figures[at].Count > 0).ToList();
        return rows.Count == 0 ? lines : [.. lines.Select((line, at) => at >= rows[0] && at <= rows[^1] && Labels(line) is { Count: > 0 } labels ? line.With([.. labels]) : line)];
    }

    private static List<int> Labels(TextLine line) => [.. Enumerable.Range(1, line.Words.Length - 1)
        .Where(i => !WordGap.SetsApart(line.Words[i - 1], line.Words[i]) && WordGap.Gap(line.Words[i - 1], line.Words[i]) > BetweenLabels && Headings.IsNumbered(line.Words[i].Text))];

    // Labels of rows that print no figure may stand between.
    private static TextLine? HeaderAbove(ImmutableArray<TextLine> lines, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (lines[i].Words.Length > 1)
                return lines[i];
        }

        return null;
    }

    private static bool IsBelowHeader(PdfWord figure, TextLine above) =>
        above.Words.Skip(1).Any(header => !CharacterClass.IsFigure(header.Text) && Math.Abs(header.Box.Left - figure.Box.Left) < Aligned * figure.Box.Height);

    /// <returns>Those of the close figures in whose places enough other lines have one. A line with several in the places of this line's, or with two where both have no other, is a row of the same table.</returns>
    private static List<int> Columns(TextLine line, int at, List<int> close, ImmutableArray<List<PdfWord>> rows)
    {
        var others = close.ToDictionary(i => i, _ => 0);
        for (var row = 0; row < rows.Length && others.Values.Any(count => count < FewestOthers); row++)
        {
            if (row == at || rows[row].Count == 0)
                continue;
            var shared = rows[at].Count(figure => rows[row].Exists(other => IsAligned(other, figure)));
            foreach (var i in shared > 0 ? close : [])
                others[i] += !rows[row].Exists(other => IsAligned(other, line.Words[i])) ? 0 : shared > FewestOthers || (shared == FewestOthers && rows[row].Count == shared && rows[at].Count == shared) ? FewestOthers : 1;
        }
        return close.FindAll(i => others[i] >= FewestOthers);
    }

    /// <summary>Indices of the words at the end of a line that are figures, each with a gap before it. One with which a piece of a sentence ends is part of that.</summary>
    private static List<int> Figures(TextLine line)
    {
        var figures = new List<int>();
        for (var i = line.Words.Length - 1; i > 0 && line.Words[i].Turn == QuarterTurn.None && CharacterClass.IsFigure(line.Words[i].Text) && WordGap.Gap(line.Words[i - 1], line.Words[i]) >= LeastGap(line.Words[i - 1]); i--)
            figures.Add(i);
        return figures.Count == 1 && IsSentence(line) ? [] : figures;
    }

    private static double LeastGap(PdfWord before) => CharacterClass.IsWide(before.Text[^1]) && !CharacterClass.IsDigit(before.Text[^1]) ? BehindLabel : BetweenFigures;

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
