using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A page set in two columns → its parts in reading order: what runs over both columns at the top, the left one, the right one, what runs over both below.</summary>
internal static class PageColumns
{
    /// <summary>Points left and right of the middle of a gutter in which nothing stands; columns of prose keep more than 6 mm.</summary>
    private const double HalfGutter = 6;

    /// <summary>Share of the height of the page's words over which the gutter is free.</summary>
    private const double LeastHeight = 0.4;

    /// <summary>Lines of prose that fill a column; labels of a table beside its figures are shorter, and figures are no prose.</summary>
    private const int FewestLines = 4;

    private const int FewestIdeographs = 12;

    public static ImmutableArray<UprightPage> Of(UprightPage page)
    {
        var upright = page.Words.Where(word => word.Turn == QuarterTurn.None).ToImmutableArray();
        if (upright.Length == 0)
            return [page];
        var all = PdfBox.Around(upright.Select(word => word.Box));
        var middle = (all.Left + all.Right) / 2;
        // The gutter with the fewest words across it; a title and a page number may be.
        var gutter = Enumerable.Range(-8, 17).Select(step => middle + (step * all.Width / 80)).MinBy(x => upright.Count(word => Crosses(word.Box, x)));
        var (top, bottom) = FreeStretch([.. upright.Where(word => Crosses(word.Box, gutter)).Select(word => word.Box)], all);
        var beside = new PdfBox(all.Left, top, all.Right, bottom);
        if (beside.Height < all.Height * LeastHeight || page.Rules.Any(rule => rule.IsHorizontal && rule.Position > top && rule.Position < bottom && rule.Start < gutter && rule.End > gutter))
            return [page];
        var parts = new[]
        {
            Part(page, (_, y) => y <= top),
            Part(page, (x, y) => y > top && y < bottom && x < gutter) with { TextWidth = gutter },
            Part(page, (x, y) => y > top && y < bottom && x >= gutter) with { TextWidth = page.Width - gutter },
            Part(page, (_, y) => y >= bottom),
        };
        return (IsProse(parts[1]) && IsFilled(parts[2])) || (IsFilled(parts[1]) && IsProse(parts[2])) ? [.. parts.Where(part => !part.Words.IsEmpty)] : [page];
    }

    private static bool Crosses(PdfBox box, double x) => box.Left < x + HalfGutter && box.Right > x - HalfGutter;

    /// <summary>The highest stretch of the gutter between the boxes across it.</summary>
    private static (double Top, double Bottom) FreeStretch(ImmutableArray<PdfBox> across, PdfBox all)
    {
        var (best, top) = ((Top: all.Top, Bottom: all.Top), all.Top);
        foreach (var box in across.OrderBy(box => box.Top).Append(new PdfBox(all.Left, all.Bottom, all.Right, all.Bottom)))
        {
            if (box.Top - top > best.Bottom - best.Top)
                best = (top, box.Top);
            top = Math.Max(top, box.Bottom);
        }
        return (best.Top - 0.01, best.Bottom + 0.01);
    }

    private static UprightPage Part(UprightPage page, Func<double, double, bool> holds) => page with
    {
        Words = [.. page.Words.Where(word => holds(word.Box.MiddleX, word.Box.MiddleY))],
        Rules = [.. page.Rules.Where(rule => rule.IsHorizontal ? holds((rule.Start + rule.End) / 2, rule.Position) : holds(rule.Position, (rule.Start + rule.End) / 2))],
    };

    private static bool IsProse(UprightPage part)
    {
        var width = Width(part);
        return TextLines.Of(part.Words).Count(line => line.Segments.Length == 1 && line.Box.Width > width * 0.8 && line.Text.Count(CharacterClass.IsWide) >= FewestIdeographs) >= FewestLines;
    }

    /// <summary>By prose, or by a ruled table.</summary>
    private static bool IsFilled(UprightPage part) => IsProse(part) || part.Rules.Count(rule => rule.IsHorizontal && rule.Length > Width(part) * 0.9) > 1;

    private static double Width(UprightPage part) => part.Words.IsEmpty ? 0 : PdfBox.Around(part.Words.Select(word => word.Box)).Width;
}
