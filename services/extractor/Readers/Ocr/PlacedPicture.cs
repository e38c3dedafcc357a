using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>A picture on a page of text as it was recognised. The text of the page comes first: the picture adds what it alone shows.</summary>
/// <param name="Box">Where it stands, in points of the page.</param>
/// <param name="Seen">What it shows, moved to its place on the page.</param>
internal sealed record PlacedPicture(PdfBox Box, OcrPage Seen)
{
    /// <summary>Share of the page from which on a picture is the page, so that its prose counts as well.</summary>
    private const double MostOfPage = 0.5;

    /// <summary>Filled cells of a table; a frame around a photograph or the grid of a chart has fewer.</summary>
    private const int LeastCells = 8;

    /// <param name="page">On which it stands.</param>
    /// <param name="recognised">The picture as a page by itself.</param>
    /// <param name="left">Pixels that lie left of it in the picture which its locators count in; <paramref name="top"/> above it.</param>
    public static PlacedPicture Of(PdfPage page, PdfBox box, OcrPage recognised, double left, double top)
    {
        // One scale both ways, for a picture that lay on its side is read upright.
        var shown = recognised.Shown();
        var scale = Math.Min(box.Width / shown.Width, box.Height / shown.Height);
        var (x0, y0) = (box.Left - (scale * shown.Left), box.Top - (scale * shown.Top));
        double X(double x) => x0 + (scale * x);
        double Y(double y) => y0 + (scale * y);
        return new PlacedPicture(box, recognised with
        {
            Number = page.Number,
            Width = page.Width,
            Height = page.Height,
            Words = [.. recognised.Words.Select(word => word with { Box = new PdfBox(X(word.Box.Left), Y(word.Box.Top), X(word.Box.Right), Y(word.Box.Bottom)) })],
            Rules = [.. recognised.Rules.Select(rule => rule.IsHorizontal ? new PdfRule(true, Y(rule.Position), X(rule.Start), X(rule.End)) : new PdfRule(false, X(rule.Position), Y(rule.Start), Y(rule.End)))],
            ToPicture = ToPicture(recognised.ToPicture, x0, y0, scale, left, top),
        });
    }

    /// <summary>Whether it is worth reading: a table, or the page itself. What else a page of text shows are photographs, charts and codes.</summary>
    public bool Counts => Box.Area >= MostOfPage * Seen.Width * Seen.Height
        || RuledTables.Find(UprightPage.Of(Seen.ToPage(second: false))).Tables.Any(table => table.Cells.Count(cell => cell.Text.Length > 0) >= LeastCells);

    /// <summary>The page with what the picture shows where no text lies over it.</summary>
    /// <param name="second">Whether with what the other pass read where the passes differ.</param>
    public PdfPage On(PdfPage page, bool second)
    {
        var (seen, over) = (Seen.ToPage(second), page.Words.Where(word => Box.Contains(word.Box.MiddleX, word.Box.MiddleY)).ToList());
        return page with
        {
            Words = [.. page.Words, .. seen.Words.Where(word => !over.Exists(written => AreOne(word.Box, written.Box)))],
            Rules = [.. page.Rules, .. seen.Rules],
        };
    }

    private static bool AreOne(PdfBox one, PdfBox other) => one.Contains(other.MiddleX, other.MiddleY) || other.Contains(one.MiddleX, one.MiddleY);

    // From points of the page to those of the picture, to its pixels, to those of the picture that locators count in.
    private static ImmutableArray<double> ToPicture(ImmutableArray<double> m, double x0, double y0, double scale, double left, double top)
    {
        double[] own =
        [
            m[0] / scale, m[1] / scale, m[2] - (((m[0] * x0) + (m[1] * y0)) / scale),
            m[3] / scale, m[4] / scale, m[5] - (((m[3] * x0) + (m[4] * y0)) / scale),
            m[6] / scale, m[7] / scale, m[8] - (((m[6] * x0) + (m[7] * y0)) / scale),
        ];
        return
        [
            own[0] + (left * own[6]), own[1] + (left * own[7]), own[2] + (left * own[8]),
            own[3] + (top * own[6]), own[4] + (top * own[7]), own[5] + (top * own[8]),
            own[6], own[7], own[8],
        ];
    }
}
