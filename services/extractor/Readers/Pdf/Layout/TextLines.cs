using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Words → lines, from top to bottom. A sideways word is a line of its own.</summary>
internal static class TextLines
{
    public static ImmutableArray<TextLine> Of(IEnumerable<PdfWord> words)
    {
        var all = words.ToList();
        var lines = new List<List<PdfWord>>();
        foreach (var word in all.Where(word => word.Turn == QuarterTurn.None).OrderBy(word => word.Box.MiddleY).ThenBy(word => word.Box.Left))
        {
            // Words come by their middles, so only the latest lines can share a baseline with this one.
            var line = lines.TakeLast(3).LastOrDefault(line => SharesBaseline(line[^1], word) && SharesBaseline(line[0], word));
            if (line is null)
                lines.Add([word]);
            else
                line.Add(word);
        }
        var sideways = all.Where(word => word.Turn != QuarterTurn.None).Select(word => new TextLine([word]));
        return [.. lines.Select(line => new TextLine([.. line.OrderBy(word => word.Box.Left)])).Concat(sideways).OrderBy(line => line.Box.MiddleY)];
    }

    /// <summary>Half of the lower word must lie beside the other: wrapped labels beside a centred number overlap it by less.</summary>
    private static bool SharesBaseline(PdfWord one, PdfWord other)
    {
        var overlap = Math.Min(one.Box.Bottom, other.Box.Bottom) - Math.Max(one.Box.Top, other.Box.Top);
        return overlap > Math.Min(one.Box.Height, other.Box.Height) * 0.6;
    }
}
