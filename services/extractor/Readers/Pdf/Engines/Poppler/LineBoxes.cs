using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>
/// Fonts for many scripts ask for lines more than twice as high as their characters, so that the boxes of neighbouring lines overlap. They are
/// cut down, about their middle, to what the characters take up.
/// </summary>
internal static class LineBoxes
{
    /// <summary>Font sizes from ascent to descent of the usual Chinese fonts.</summary>
    private const double Highest = 1.2;

    public static ImmutableArray<PdfWord> Fitted(ImmutableArray<PdfWord> words) => [.. words.Select(Fitted)];

    private static PdfWord Fitted(PdfWord word)
    {
        var excess = (word.Thickness - (word.Em() * Highest)) / 2;
        if (excess <= 0)
            return word;
        var box = word.Box;
        return word with
        {
            Box = word.Turn is QuarterTurn.None or QuarterTurn.Half
                ? box with { Top = box.Top + excess, Bottom = box.Bottom - excess }
                : box with { Left = box.Left + excess, Right = box.Right - excess },
        };
    }
}
