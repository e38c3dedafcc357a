using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>What the gap between two neighbouring words of a line means. Gaps are measured in the font size of the smaller word.</summary>
internal static class WordGap
{
    /// <summary>Two numbers this far apart are two numbers; kerning and spacing within one stay below a fifth of the font size.</summary>
    private const double BetweenNumbers = 0.3;

    /// <summary>Spacing around numbers in prose is a quarter, a justified line may stretch it; columns are hardly ever closer than this.</summary>
    private const double BetweenColumns = 0.8;

    /// <summary>A number this far from an ideograph is another column; in prose a quarter is usual.</summary>
    private const double BesideNumber = 0.55;

    private const double LatinSpace = 0.15;

    /// <summary>Whether the words belong to different columns, as far as the gap alone can tell.</summary>
    public static bool SetsApart(PdfWord left, PdfWord right)
    {
        var gap = Gap(left, right);
        return (CharacterClass.IsDigit(left.Text[^1]), CharacterClass.IsDigit(right.Text[0])) switch
        {
            (true, true) => gap > BetweenNumbers,
            (false, false) => gap > BetweenColumns,
            _ => gap > BesideNumber,
        };
    }

    /// <summary>
    /// What stands between the words when they are written in one text: no space between ideographs of a stretched line, and more than one between numbers
    /// that are further apart than thousands are.
    /// </summary>
    public static string Between(PdfWord left, PdfWord right) =>
        !PrintsSpace(left, right) ? ""
        : CharacterClass.IsDigit(left.Text[^1]) && CharacterClass.IsDigit(right.Text[0]) && Gap(left, right) > BetweenColumns ? "  "
        : " ";

    private static bool PrintsSpace(PdfWord left, PdfWord right) =>
        SetsApart(left, right)
        || (Gap(left, right) > LatinSpace && !CharacterClass.IsWide(left.Text[^1]) && !CharacterClass.IsWide(right.Text[0]));

    public static double Gap(PdfWord left, PdfWord right) => (right.Box.Left - left.Box.Right) / Math.Min(left.Em(), right.Em());
}
