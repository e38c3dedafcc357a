using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>
/// pdftotext gives boxes but not which way a word reads. A run taller than its text allows is turned; whether it reads downwards or
/// upwards shows in the order in which runs follow each other along one line of the page.
/// </summary>
internal static class WordTurns
{
    /// <summary>A run this long, in font sizes, is longer than the line box is thick; two digits are not.</summary>
    private const double FewestEms = 2;

    public static ImmutableArray<PdfWord> Assign(ImmutableArray<PdfWord> words)
    {
        var telling = words.Where(word => word.Ems() >= FewestEms).ToList();
        if (telling.Count == 0 || telling.Count(word => word.Box.Height > word.Box.Width * 1.2) * 2 < telling.Count)
            return words;
        var turn = Downwards(words) >= 0 ? QuarterTurn.Right : QuarterTurn.Left;
        return [.. words.Select(word => word with { Turn = turn })];
    }

    /// <returns>Positive when the page reads downwards along its turned lines.</returns>
    private static int Downwards(ImmutableArray<PdfWord> words)
    {
        var votes = 0;
        for (var i = 1; i < words.Length; i++)
        {
            var (before, after) = (words[i - 1].Box, words[i].Box);
            if (Math.Abs(before.MiddleX - after.MiddleX) < Math.Min(before.Width, after.Width) / 2)
                votes += Math.Sign(after.MiddleY - before.MiddleY);
            else
                // The next line of a page that reads downwards lies to the left.
                votes += Math.Sign(before.MiddleX - after.MiddleX);
        }
        return votes;
    }
}
