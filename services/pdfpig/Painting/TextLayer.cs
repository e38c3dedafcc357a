using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.PdfPig.Painting;

/// <summary>Tells pages whose text is a layer that nobody sees, under or over a picture, as programs lay it that recognise scans. Pure.</summary>
internal static class TextLayer
{
    /// <summary>Characters from which on a layer is worth holding against its picture.</summary>
    private const int Fewest = 10;

    /// <summary>Share of the page from which on its pictures are the page; seals and emblems lie over text as well.</summary>
    private const double WholePage = 0.6;

    /// <summary>Points across and down the page that are looked at to tell the share.</summary>
    private const int Across = 20;
    private const int Down = 28;

    /// <summary>Alpha below which nobody sees a glyph, and above which nobody sees through a picture.</summary>
    private const double Ghost = 0.1;
    private const double Opaque = 0.9;

    /// <summary>Comparisons beyond which a page is no report.</summary>
    private const long Most = 60_000_000;

    /// <param name="width">Of the page, in points; as the height.</param>
    public static bool Is(PaintedPage page, double width, double height)
    {
        var pictures = page.Items.Select((item, i) => (Area: item as PaintedArea, Order: i)).Where(item => item.Area is { IsPicture: true }).Select(item => (item.Area!.Box, item.Area.Alpha, item.Order)).ToList();
        if (pictures.Count == 0 || (long)pictures.Count * page.Items.Length > Most)
            return false;
        var isWhole = Share(pictures.ConvertAll(picture => picture.Box), width, height) >= WholePage;
        var hidden = 0;
        for (var i = 0; i < page.Items.Length && hidden < Fewest; i++)
        {
            if (page.Items[i] is PaintedGlyph glyph && !string.IsNullOrWhiteSpace(glyph.Text) && IsHidden(glyph, i, pictures, isWhole))
                hidden++;
        }
        return hidden >= Fewest;
    }

    private static bool IsHidden(PaintedGlyph glyph, int order, List<(PdfBox Box, double Alpha, int Order)> pictures, bool isWhole)
    {
        var (x, y) = (glyph.Box.MiddleX, glyph.Box.MiddleY);
        var isUnpainted = glyph.IsUnpainted || glyph.Alpha < Ghost || !glyph.Clip.Contains(x, y);
        return isUnpainted
            ? pictures.Exists(picture => picture.Box.Contains(x, y))
            : isWhole && pictures.Exists(picture => picture.Order > order && picture.Alpha > Opaque && picture.Box.Contains(x, y));
    }

    private static double Share(List<PdfBox> boxes, double width, double height)
    {
        var covered = 0;
        for (var i = 0; i < Across * Down; i++)
        {
            var (x, y) = (((i % Across) + 0.5) * width / Across, ((i / Across) + 0.5) * height / Down);
            covered += boxes.Exists(box => box.Contains(x, y)) ? 1 : 0;
        }
        return (double)covered / (Across * Down);
    }
}
