using OpenCvSharp;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>The ruled tables of a page → the lines of text in their cells.</summary>
internal static class CellPieces
{
    /// <summary>Cells of less than this many ideographs' height or width hold no text: they are gaps between double lines.</summary>
    private const double SmallestCell = 0.5;

    /// <summary>Cells wider than this many ideographs have rows of text, not characters above each other.</summary>
    private const double StackedCell = 2.2;

    /// <summary>Heights of an ideograph below which a line of text is none.</summary>
    private const double Flat = 0.35;

    /// <summary>Heights of an ideograph from a cell's sides within which its rules lie, however they wobble.</summary>
    private const double Border = 0.45;

    /// <summary>Heights of an ideograph that ink has which may hide a figure.</summary>
    private const double Cover = 0.4;

    /// <summary>Of 255, that ink which was taken out with a seal is darker than what is left: the paper that shines through a pale one is less.</summary>
    private const double BlotDepth = 40;

    /// <returns>The pieces, and the boxes of the tables in pixels.</returns>
    public static (List<TextPiece> Pieces, List<Rect> Tables) Of(PageImage page, Mat text, IEnumerable<PdfRule> rules, double em)
    {
        var pieces = new List<TextPiece>();
        var tables = new List<Rect>();
        // A frame around a page is no table. The smallest first: a table within a cell of another keeps its text to itself.
        foreach (var grid in RuleComponents.Of(JoinedRules.Of(rules)).Select(RuledLattice.Grid).OfType<TableGrid>().Where(grid => grid.Cells.Length > 1).OrderBy(grid => grid.Box.Width * grid.Box.Height))
        {
            var within = tables.ToList();
            tables.Add(Pixels(grid.Box, page));
            pieces.AddRange(grid.Cells.Select(cell => Pixels(cell.Box, page)).Where(box => box.Width > SmallestCell * em && box.Height > SmallestCell * em)
                .SelectMany(box => Pieces(page, text, box, within.FindAll(table => box.Contains(Middle(table))), em)));
        }
        return (pieces, tables);
    }

    /// <param name="tables">That stand within the cell.</param>
    private static IEnumerable<TextPiece> Pieces(PageImage page, Mat text, Rect cell, List<Rect> tables, double em)
    {
        var isDrawnOver = tables.Count == 0 && PenInk.Remove(page, text, cell, em);
        var shapes = Shape.Of(text, cell, SpeckArea(em)).FindAll(shape => !tables.Exists(table => table.Contains(Middle(shape.Box))));
        var all = InkLines.Of(shapes.Where(shape => !IsRest(shape, cell, em)), em);
        // What lies flat beside text is left of a rule; alone in a cell it may be a dash.
        var lines = all.Count > 1 ? all.FindAll(line => line.Height >= Flat * em) : all;
        if (tables.Count > 0)
            return lines.Select(line => new TextPiece(line, IsCell: true, []));
        if (Covered(page.Ink, text, cell, em) is { } cover)
            return lines.Count == 0 ? [new TextPiece(cover, IsCell: true, [], IsCovered: true)] : lines.Select(line => new TextPiece(line, IsCell: true, [], IsCovered: true));
        if (lines.Count == 0 && Blotted(page, cell, em) is { } blot)
            return [new TextPiece(blot, IsCell: true, [], IsCovered: true)];
        if (lines.Count >= 2 && cell.Width < StackedCell * em && lines.TrueForAll(line => line.Width < 1.5 * em && line.Height < 1.5 * em))
            return [new TextPiece(lines.Aggregate((all, line) => all.Union(line)), IsCell: true, lines)];
        return lines.Select(line => new TextPiece(line, IsCell: true, [], IsCovered: isDrawnOver));
    }

    private static Point Middle(Rect box) => new(box.X + (box.Width / 2), box.Y + (box.Height / 2));

    /// <summary>What is left of the rules along the sides of a cell.</summary>
    private static bool IsRest(Shape shape, Rect cell, double em)
    {
        var edge = 0.12 * em;
        return shape.Box.Bottom <= cell.Top + edge || shape.Box.Top >= cell.Bottom - edge || shape.Box.Right <= cell.Left + edge || shape.Box.Left >= cell.Right - edge;
    }

    /// <returns>Ink in the middle of a cell that was taken for a rule although it bounds no cell, such as a stroke of a pen; null where there is none to speak of.</returns>
    private static Rect? Covered(Mat ink, Mat text, Rect cell, double em)
    {
        var edge = (int)Math.Ceiling(Border * em);
        if (cell.Width <= 2 * edge || cell.Height <= 2 * edge)
            return null;
        var inner = new Rect(cell.X + edge, cell.Y + edge, cell.Width - (2 * edge), cell.Height - (2 * edge));
        using var all = new Mat(ink, inner);
        using var kept = new Mat(text, inner);
        using var taken = new Mat();
        Cv2.Subtract(all, kept, taken);
        return Notable(taken, inner.Location, em);
    }

    /// <returns>Ink that was taken out of a cell with a seal, and may have been a figure; null where there is none to speak of.</returns>
    private static Rect? Blotted(PageImage page, Rect cell, double em)
    {
        using var all = new Mat(page.Grey, cell);
        using var kept = new Mat(page.Unsealed, cell);
        using var taken = new Mat();
        Cv2.Subtract(kept, all, taken);
        Cv2.Compare(taken, new Scalar(BlotDepth), taken, CmpTypes.GE);
        return Notable(taken, cell.Location, em);
    }

    private static Rect? Notable(Mat taken, Point at, double em)
    {
        var shapes = Shape.Of(taken, new Rect(0, 0, taken.Width, taken.Height), SpeckArea(em)).FindAll(shape => Math.Max(shape.Box.Width, shape.Box.Height) >= Cover * em);
        return shapes.Count == 0 ? null : shapes.Select(shape => shape.Box + at).Aggregate((a, b) => a.Union(b));
    }

    public static int SpeckArea(double em) => Math.Max(3, (int)(em * em * 0.004));

    private static Rect Pixels(PdfBox box, PageImage page)
    {
        var (left, top) = ((int)Math.Round(box.Left / page.PointsPerPixel), (int)Math.Round(box.Top / page.PointsPerPixel));
        var (right, bottom) = ((int)Math.Round(box.Right / page.PointsPerPixel), (int)Math.Round(box.Bottom / page.PointsPerPixel));
        return new Rect(left, top, right - left, bottom - top).Intersect(new Rect(0, 0, page.Width, page.Height));
    }
}
