using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.PdfPig.Painting;

/// <summary>Which of the painted glyphs may look otherwise than they read, and which are surely not seen. Pure.</summary>
internal static class PaintDoubts
{
    /// <summary>Contrast below which text is hard to see; the palest text of a plain page had more than a half.</summary>
    private const double Faint = 0.25;

    /// <summary>Contrast below which nobody sees it.</summary>
    private const double Unseen = 0.03;

    /// <summary>Points below which nobody reads a figure.</summary>
    private const double Tiny = 3;

    private const double Dot = 1.5;

    /// <summary>Points across which nothing is seen of a glyph.</summary>
    private const double Hair = 0.1;

    private const double LeastAlpha = 0.35;

    private const double Ghost = 0.1;

    /// <summary>Share of the smaller glyph that another may overlap: kerning and narrow figures touch.</summary>
    private const double MostOverlap = 0.4;

    /// <summary>Font sizes between two digits of a number.</summary>
    private const double Near = 0.3;

    /// <summary>Comparisons beyond which a page is no report.</summary>
    private const long Most = 60_000_000;

    /// <returns>One an item that is doubtful, and by the index of each glyph whether it is surely not seen.</returns>
    public static (ImmutableArray<PdfDoubt> Doubts, ImmutableArray<bool> Unseen) Of(PaintedPage page, bool hasLayersOff)
    {
        var glyphs = page.Items.Select((item, i) => (Glyph: item as PaintedGlyph, Order: i)).Where(item => item.Glyph is not null).Select(item => (Glyph: item.Glyph!, item.Order)).ToList();
        var areas = page.Items.Select((item, i) => (Area: item as PaintedArea, Order: i)).Where(item => item.Area is not null).Select(item => (Area: item.Area!, item.Order)).ToList();
        var lines = page.Items.OfType<PaintedLine>().ToList();
        if ((long)glyphs.Count * (areas.Count + lines.Count) > Most || glyphs.Count > 20_000)
            return ([], [.. glyphs.Select(_ => false)]);
        var doubts = ImmutableArray.CreateBuilder<PdfDoubt>();
        var unseen = ImmutableArray.CreateBuilder<bool>();
        foreach (var (glyph, order) in glyphs)
        {
            var (code, isUnseen) = string.IsNullOrWhiteSpace(glyph.Text) ? (glyph.IsOtherwise ? AppearanceReasons.Font : null, false) : Look(glyph, order, areas, lines, hasLayersOff);
            unseen.Add(isUnseen);
            if (code is not null)
                doubts.Add(new PdfDoubt(code, glyph.Box));
        }

        doubts.AddRange(Drawings.Among([.. areas.Select(item => item.Area)], lines));
        doubts.AddRange(Uneven(glyphs.Where((_, i) => !unseen[i]).Select(item => item.Glyph).ToList()));
        doubts.AddRange(Overlaps([.. glyphs.Select(item => item.Glyph).Where((glyph, i) => !unseen[i] && !string.IsNullOrWhiteSpace(glyph.Text))]));
        // The text of a recognised scan lies unpainted under its picture: it is doubtful, but the only one.
        return (doubts.ToImmutable(), unseen.Count(its => its) * 2 > unseen.Count ? [.. unseen.Select(_ => false)] : unseen.ToImmutable());
    }

    private static (string? Code, bool IsUnseen) Look(PaintedGlyph glyph, int order, List<(PaintedArea Area, int Order)> areas, List<PaintedLine> lines, bool hasLayersOff)
    {
        var (x, y) = (glyph.Box.MiddleX, glyph.Box.MiddleY);
        if (glyph.IsUnpainted || glyph.Alpha < Unseen || glyph.Box is { Width: < Hair } or { Height: < Hair })
            return (AppearanceReasons.Hidden, true);
        if (glyph.IsOptional && hasLayersOff)
            return (AppearanceReasons.Hidden, false);
        if (!glyph.Clip.Contains(x, y))
            return (AppearanceReasons.Cut, glyph.Clip.Intersect(glyph.Box) is { Width: <= 0 } or { Height: <= 0 });
        if (areas.Find(area => area.Order > order && area.Area.Alpha > LeastAlpha && area.Area.Box.Contains(x, y)) is { Area: { } above })
            return (AppearanceReasons.Covered, above is { Colour: not null, Alpha: > 1 - Unseen });
        if (glyph.Size < Tiny || glyph.Alpha < LeastAlpha)
            return (AppearanceReasons.Faint, glyph.Size < Dot || glyph.Alpha < Ghost);
        var ground = areas.FindLast(area => area.Order < order && !area.Area.IsRough && area.Area.Alpha > LeastAlpha && area.Area.Box.Contains(x, y)).Area;
        var contrast = glyph.Colour is { } colour && (ground is null || ground.Colour is not null) ? colour.Contrast(ground?.Colour ?? Shade.Paper) : 1;
        if (contrast < Faint)
            return (AppearanceReasons.Faint, contrast < Unseen);
        if (lines.Exists(line => Strikes(line.Box, glyph.Box)))
            return (AppearanceReasons.Hidden, true);
        // A shape behind it may be as dark as it is.
        var isOnShape = areas.Exists(area => area.Order < order && area.Area.IsRough && area.Area.Box.Contains(x, y));
        return (glyph.IsOtherwise ? AppearanceReasons.Font : glyph.Effect ?? (glyph.Colour is null || isOnShape ? AppearanceReasons.Faint : null), false);
    }

    // Through the middle of the glyph, not below it and not beside it.
    private static bool Strikes(PdfBox line, PdfBox glyph) =>
        line.Left <= glyph.MiddleX && line.Right >= glyph.MiddleX && line.MiddleY > glyph.Top + (glyph.Height * 0.15) && line.MiddleY < glyph.Bottom - (glyph.Height * 0.15);

    // A mark behind a number that is too large or too low to be known as one, and digits of one number that dance.
    private static IEnumerable<PdfDoubt> Uneven(List<PaintedGlyph> glyphs)
    {
        for (var i = 1; i < glyphs.Count; i++)
        {
            var (figure, mark) = (glyphs[i - 1], glyphs[i]);
            if (!figure.Text.All(char.IsDigit) || !mark.Text.All(char.IsDigit) || Math.Abs(mark.Box.Left - figure.Box.Right) > figure.Size * Near)
                continue;
            var (smaller, higher) = (mark.Size / figure.Size, (figure.Box.Bottom - mark.Box.Bottom) / figure.Size);
            var isMark = smaller < 0.7 && higher > 0.25;
            if (!isMark && (Math.Abs(1 - smaller) > 0.1 || Math.Abs(higher) is > 0.08 and < 0.8))
                yield return new PdfDoubt(AppearanceReasons.Moved, mark.Box);
        }
    }

    private static IEnumerable<PdfDoubt> Overlaps(ImmutableArray<PaintedGlyph> glyphs)
    {
        var byLeft = glyphs.OrderBy(glyph => glyph.Box.Left).ToList();
        for (var i = 0; i < byLeft.Count; i++)
        {
            for (var j = i + 1; j < byLeft.Count && byLeft[j].Box.Left < byLeft[i].Box.Right; j++)
            {
                if (Overlap(byLeft[i], byLeft[j]) is { } both)
                    yield return new PdfDoubt(AppearanceReasons.Moved, both);
            }
        }
    }

    // The same character again, hardly moved, is a shadow or boldness.
    private static PdfBox? Overlap(PaintedGlyph one, PaintedGlyph other)
    {
        var common = one.Box.Intersect(other.Box);
        var smaller = Math.Min(one.Box.Width * one.Box.Height, other.Box.Width * other.Box.Height);
        var isShadow = one.Text == other.Text && Math.Abs(one.Box.Left - other.Box.Left) < one.Box.Height / 4 && Math.Abs(one.Box.Top - other.Box.Top) < one.Box.Height / 4;
        return common.Width > 0 && common.Height > 0 && !isShadow && common.Width * common.Height > MostOverlap * smaller ? one.Box.Union(other.Box) : null;
    }
}
