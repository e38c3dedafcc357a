using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>
/// pdftotext gives boxes but not which way a word reads. Along the reading direction a word grows with its text, across it does not: that tells
/// upright pages from turned ones, however tall the line boxes of a font are. Whether a turned page reads downwards or upwards shows in the
/// order in which runs follow each other along one line of the page.
/// </summary>
internal static class WordTurns
{
    public static ImmutableArray<PdfWord> Assign(ImmutableArray<PdfWord> words)
    {
        var sized = words.Where(word => word.Box is { Width: > 0, Height: > 0 }).ToList();
        if (sized.Count == 0 || Spread(sized, word => word.Box.Width) <= Spread(sized, word => word.Box.Height))
            return words;
        var turn = Downwards(words) >= 0 ? QuarterTurn.Right : QuarterTurn.Left;
        return [.. words.Select(word => word with { Turn = turn })];
    }

    /// <summary>How much the extent for a font size of text differs from word to word, each counted by its text; 0 where it is the same for all.</summary>
    private static double Spread(List<PdfWord> words, Func<PdfWord, double> extent)
    {
        var sizes = words.Select(word => (Size: Math.Log(extent(word) / word.Ems()), Weight: word.Ems())).OrderBy(size => size.Size).ToList();
        var half = sizes.Sum(size => size.Weight) / 2;
        var median = sizes.First(size => (half -= size.Weight) <= 0).Size;
        return sizes.Sum(size => Math.Abs(size.Size - median) * size.Weight);
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
