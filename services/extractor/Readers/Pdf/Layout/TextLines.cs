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
        lines = Merged(lines);
        var sideways = all.Where(word => word.Turn != QuarterTurn.None).Select(word => new TextLine([word]));
        return [.. lines.Select(line => new TextLine([.. line.OrderBy(word => word.Box.Left)])).Concat(sideways).OrderBy(line => line.Box.MiddleY)];
    }

    /// <summary>
    /// A label beside two rows, which comes first, may draw a part of the upper row to itself. Lines that share their baseline and do not stand in
    /// each other's way are one.
    /// </summary>
    private static List<List<PdfWord>> Merged(List<List<PdfWord>> lines)
    {
        var merged = new List<List<PdfWord>>();
        foreach (var line in lines.OrderBy(Middle))
        {
            if (merged.Count > 0 && Middle(line) - Middle(merged[^1]) < line.Min(word => word.Box.Height) * 0.25 && !merged[^1].Exists(word => line.Exists(other => Overlap(word, other))))
                merged[^1].AddRange(line);
            else
                merged.Add(line);
        }
        return merged;
    }

    private static double Middle(List<PdfWord> line) => line.Select(word => word.Box.MiddleY).Order().ElementAt(line.Count / 2);

    private static bool Overlap(PdfWord one, PdfWord other) => one.Box.Left < other.Box.Right && other.Box.Left < one.Box.Right;

    /// <summary>Half of the lower word must lie beside the other: wrapped labels beside a centred number overlap it by less.</summary>
    private static bool SharesBaseline(PdfWord one, PdfWord other)
    {
        var overlap = Math.Min(one.Box.Bottom, other.Box.Bottom) - Math.Max(one.Box.Top, other.Box.Top);
        return overlap > Math.Min(one.Box.Height, other.Box.Height) * 0.6;
    }
}
