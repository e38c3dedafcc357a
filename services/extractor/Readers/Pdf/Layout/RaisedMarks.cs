using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Takes out the marks of footnotes behind figures: small, raised, and set right after the figure. They are no part of the number.</summary>
internal static partial class RaisedMarks
{
    /// <summary>Share of the figure's height that a mark has at most; word processors set marks at 58 to 65 %.</summary>
    private const double Tallest = 0.75;

    public static ImmutableArray<PdfWord> Removed(ImmutableArray<PdfWord> words) =>
        words.Length < 2 ? words : [words[0], .. words.Skip(1).Where((word, before) => !IsMark(words[before], word))];

    private static bool IsMark(PdfWord figure, PdfWord mark) =>
        mark.Box.Height < figure.Box.Height * Tallest
        && mark.Box.Bottom < figure.Box.Bottom - figure.Box.Height * 0.2 && mark.Box.Bottom > figure.Box.Top
        && Math.Abs(mark.Box.Left - figure.Box.Right) < figure.Em() * 0.4
        && CharacterClass.IsFigure(figure.Text) && Marks().IsMatch(mark.Text);

    [GeneratedRegex(@"^[\[［(（〔]?(\d{1,2}|[①-⑳]|\*{1,3}|※|注\d?)[\]］)）〕]?$")]
    private static partial Regex Marks();
}
