using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.PdfPig.Painting;

/// <summary>Small pictures and shapes, each of which may be a figure that is no text. Pure.</summary>
internal static class Drawings
{
    /// <summary>Points: the height of a figure; rules are as high as their row, seals and emblems larger.</summary>
    private const double Lowest = 4;
    private const double Highest = 12;

    private const double Widest = 60;

    /// <summary>Points that rules of one column may stand apart.</summary>
    private const double Aligned = 0.6;

    /// <summary>Points that a rule may end before the one that it meets.</summary>
    private const double Gap = 2;

    public static IEnumerable<PdfDoubt> Among(IReadOnlyList<PaintedArea> areas, IReadOnlyList<PaintedLine> lines)
    {
        var small = areas.Where(area => !area.IsDisc && area.Box.Height is >= Lowest and <= Highest && area.Box.Width <= Widest).ToList();
        return small.Where(area => area.IsPicture || area.IsRough || (area.Box.Width < area.Box.Height / 3 && !IsRule(area, areas, lines)))
            .Select(area => new PdfDoubt(AppearanceReasons.Picture, area.Box));
    }

    // Pieces of a rule stand one below the other, or reach from one line to the next.
    private static bool IsRule(PaintedArea piece, IReadOnlyList<PaintedArea> areas, IReadOnlyList<PaintedLine> lines) =>
        areas.Any(area => area != piece && area.Box.Width < area.Box.Height && Math.Abs(area.Box.Left - piece.Box.Left) < Aligned && Math.Abs(area.Box.MiddleY - piece.Box.MiddleY) > piece.Box.Height * 0.8)
        || (Meets(piece.Box.Left, piece.Box.Top, lines) && Meets(piece.Box.Left, piece.Box.Bottom, lines));

    private static bool Meets(double x, double y, IReadOnlyList<PaintedLine> lines) => lines.Any(line => Math.Abs(line.Box.MiddleY - y) < Gap && line.Box.Left < x + Gap && line.Box.Right > x - Gap);
}
