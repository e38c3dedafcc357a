using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>Tells pages with text from scans, and notices glyphs that no character is known for.</summary>
internal static class TextPresence
{
    /// <summary>Characters a page below which the document counts as scanned: a scanner's stamp or a page number is no text.</summary>
    private const int FewestCharacters = 10;

    /// <exception cref="UnreadableDocumentException">There is no text (<c>scanned</c>), or no page.</exception>
    public static void Check(ImmutableArray<PdfPage> pages)
    {
        if (pages.IsEmpty)
            throw new UnreadableDocumentException("malformed", "The PDF has no page that can be read. Fetch it again or ask its publisher for a whole copy.");
        if (pages.Sum(Characters) >= FewestCharacters * pages.Length || pages.Any(page => Characters(page) >= FewestCharacters * 10))
            return;
        if (pages.Sum(page => page.UnmappedGlyphs) > FewestCharacters * pages.Length)
            throw new UnreadableDocumentException("unsupported", "The PDF shows text whose fonts do not say which characters they draw, so it can only be read from its picture. Ask its publisher for another copy.");
        throw new UnreadableDocumentException("scanned", "The PDF holds pictures of pages and no text. It has to be read by character recognition, which is not here yet.");
    }

    public static IEnumerable<Issue> Issues(ImmutableArray<PdfPage> pages)
    {
        foreach (var page in pages)
        {
            var box = new PdfLocator(page.Number, 0, 0, page.Width, page.Height);
            if (page.UnmappedGlyphs > 0)
                yield return new Issue("pdf.glyphs-unmapped", IssueSeverity.Warning, $"{page.UnmappedGlyphs} glyphs on page {page.Number} have no known character and are missing from the text.", box);
            if (Characters(page) == 0 && pages.Length > 1)
                yield return new Issue("pdf.page-without-text", IssueSeverity.Warning, $"Page {page.Number} has no text; it may be a scan.", box);
        }
    }

    private static int Characters(PdfPage page) => page.Words.Sum(word => word.Text.Count(character => character != '\uFFFD'));
}
