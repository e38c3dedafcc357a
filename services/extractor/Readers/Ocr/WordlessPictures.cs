using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Which pictures of a page may hold a table of which the page's text says nothing: large ones with little text over them. Pure.</summary>
internal static class WordlessPictures
{
    /// <summary>Share of the page: the smallest table of a form, 15 figures below their headers, takes 7 %; emblems, seals and codes to scan 4 %.</summary>
    private const double LeastShare = 0.05;

    /// <summary>Square points to a character over the picture: print and forms have 400, a scan under a typed header or the name of a scanning program 5,000.</summary>
    private const double LeastRoom = 1000;

    /// <param name="pictures">Boxes in points of the page.</param>
    /// <param name="words">The text of the page.</param>
    /// <param name="width">Of the page, in points; as the height.</param>
    public static ImmutableArray<PdfBox> Among(IEnumerable<PdfBox> pictures, ImmutableArray<PdfWord> words, double width, double height) =>
        [.. pictures.Where(box => box.Area >= LeastShare * width * height && Characters(words, box) * LeastRoom <= box.Area)];

    private static int Characters(ImmutableArray<PdfWord> words, PdfBox box) =>
        words.Where(word => box.Contains(word.Box.MiddleX, word.Box.MiddleY)).Sum(word => word.Text.Length);
}
