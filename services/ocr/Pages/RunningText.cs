using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>Lines of text outside the ruled tables: ink that stands close together on one height.</summary>
internal static class RunningText
{
    /// <summary>Gap, in heights of an ideograph, that ends a run: columns of a table without rules are further apart, words are not.</summary>
    private const double Gap = 1.3;

    /// <summary>Heights of an ideograph: what is lower is a rule or a speck, what is higher a picture or a seal.</summary>
    private const double Lowest = 0.35;
    private const double Highest = 3.2;
    private const double Widest = 12;

    /// <summary>Heights of an ideograph that a character of one stroke is wide at least, and that belong to it above and below.</summary>
    private const double ShortestStroke = 0.5;
    private const double Around = 0.35;

    /// <summary>Heights of an ideograph after which a line is cut between two characters: reading takes time by the square of the length.</summary>
    private const double Longest = 18;

    /// <summary>Twice the air around a crop, so that none shows the end of its neighbour: such gaps are beside punctuation.</summary>
    private const double Space = 0.38;

    /// <summary>Heights of an ideograph between two of them that part words: headers of narrow columns are no further apart.</summary>
    private const double WordGap = 0.3;
    private const double Half = 0.5;

    private const int MostPieces = 2000;

    public static List<TextPiece> Of(Mat text, IReadOnlyList<Rect> tables, double em)
    {
        using var outside = text.Clone();
        foreach (var table in tables)
            outside.Rectangle(table, Scalar.Black, -1);
        var shapes = Shape.Of(outside, new Rect(0, 0, text.Width, text.Height), CellPieces.SpeckArea(em)).FindAll(shape => shape.Box.Height <= Highest * em && shape.Box.Width <= Widest * em);
        using var smear = new Mat(text.Size(), MatType.CV_8U, Scalar.Black);
        foreach (var shape in shapes)
            smear.Rectangle(Widened(shape.Box, (int)(Gap * em / 2), IsStroke(shape.Box, em) ? (int)(Around * em) : 0), Scalar.White, -1);
        using var runs = new Mat();
        Cv2.ConnectedComponents(smear, runs);
        var lines = shapes.GroupBy(shape => runs.At<int>(shape.Box.Top + (shape.Box.Height / 2), shape.Box.Left + (shape.Box.Width / 2))).OrderBy(run => run.Key)
            .SelectMany(run => TextBlocks.Of([.. run], em)).Select(line => (Box: line.Line, Glyphs: FigureTail.Glyphs(line.Shapes))).ToList();
        var pitch = FigureTail.Pitch(lines.Select(line => line.Glyphs), em);
        return [.. lines.SelectMany(line => Pieces(line.Box, line.Glyphs, pitch, em)).Take(MostPieces)];
    }

    private static IEnumerable<TextPiece> Pieces(Rect line, List<Rect> glyphs, double pitch, double em)
    {
        var (before, figures) = FigureTail.Of(glyphs, pitch, em);
        return
        [
            .. Words(line, before, em).Where(box => box.Height >= Lowest * em && box.Width >= Lowest * em).Select(box => new TextPiece(box, IsCell: false, [])),
            .. figures.Select(box => new TextPiece(box, IsCell: true, [])),
        ];
    }

    private static IEnumerable<Rect> Words(Rect line, List<Rect> glyphs, double em)
    {
        for (var start = 0; start < glyphs.Count;)
        {
            var end = start + 1;
            while (end < glyphs.Count && !(IsWordGap(glyphs[end - 1], glyphs[end], em) || (glyphs[end - 1].Right - glyphs[start].Left >= Longest * em && glyphs[end].Left - glyphs[end - 1].Right >= Space * em)))
                end++;
            yield return new Rect(glyphs[start].Left, line.Top, glyphs[end - 1].Right - glyphs[start].Left, line.Height);
            start = end;
        }
    }

    private static bool IsWordGap(Rect left, Rect right, double em) => right.Left - left.Right >= WordGap * em && IsIdeograph(left, em) && IsIdeograph(right, em);

    // Signs bring their own gaps.
    private static bool IsIdeograph(Rect glyph, double em) => glyph.Height >= Half * em && glyph.Width >= Half * em;

    // 一 stands in the middle of its line, the 、 behind it at the foot: side by side they do not touch.
    private static bool IsStroke(Rect box, double em) => box.Height < Lowest * em && box.Width >= ShortestStroke * em;

    private static Rect Widened(Rect box, int by, int above) => new(box.X - by, box.Y - above, box.Width + (2 * by), box.Height + (2 * above));
}
