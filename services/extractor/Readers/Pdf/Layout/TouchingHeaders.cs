using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// Headers that are as wide as their columns leave no gap and read as one word. It is cut where a character begins above the left side of a column's
/// figures, if that is so of every column below it.
/// </summary>
internal static class TouchingHeaders
{
    /// <summary>Widths of a character by which it may stand beside the figures below it.</summary>
    private const double Slack = 0.2;

    public static TextLine Apart(TextLine line, FigureColumns columns) =>
        line.Words.Any(word => Cuts(word, columns).Count > 0) ? new TextLine([.. line.Words.SelectMany(word => word.CutAt(Cuts(word, columns)))]) : line;

    /// <returns>Indices of the characters that begin a header, but for the first; empty where the word is one header.</returns>
    private static List<int> Cuts(PdfWord word, FigureColumns columns)
    {
        var below = columns.Extents.Where(column => column.Start > word.Box.Left - (word.Box.Height / 2) && column.Start < word.Box.Right).Select(column => column.Start).ToList();
        if (below.Count < 2 || word.Turn != QuarterTurn.None || word.WideCount() < word.Text.Length)
            return [];
        var width = word.Box.Width / word.Text.Length;
        var starts = below.ConvertAll(start => (Start: start, At: (int)Math.Round((start - word.Box.Left) / width)));
        return starts[0].At == 0 && starts.TrueForAll(its => its.At < word.Text.Length && Math.Abs(word.Box.Left + (its.At * width) - its.Start) <= Slack * width) ? [.. starts.Skip(1).Select(its => its.At).Distinct()] : [];
    }
}
