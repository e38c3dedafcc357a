using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>Tells pages with text from scans, and notices glyphs that no character is known for.</summary>
internal static class TextPresence
{
    /// <summary>Characters a page below which the document counts as scanned: a scanner's stamp or a page number is no text.</summary>
    private const int FewestCharacters = 10;

    /// <summary>Reports in print have below one in a hundred; text read from glyph numbers has a third and more.</summary>
    private const double MostOdd = 0.15;

    /// <exception cref="UnreadableDocumentException">There is no text (<c>scanned</c>), or no page.</exception>
    public static void Check(ImmutableArray<PdfPage> pages)
    {
        if (pages.IsEmpty)
            throw new UnreadableDocumentException(FailureReasons.Malformed, "The PDF has no page that can be read. Fetch it again or ask its publisher for a whole copy.");
        if (OddShare(pages) > MostOdd)
            throw new UnreadableDocumentException(FailureReasons.Unsupported, "The fonts of the PDF do not say which characters they draw, so that its text reads as nonsense. It can only be read from its picture; ask its publisher for another copy.");
        if (pages.Sum(Characters) >= FewestCharacters * pages.Length || pages.Any(page => Characters(page) >= FewestCharacters * 10))
            return;
        if (pages.Sum(page => page.UnmappedGlyphs) > FewestCharacters * pages.Length)
            throw new UnreadableDocumentException(FailureReasons.Unsupported, "The PDF shows text whose fonts do not say which characters they draw, so it can only be read from its picture. Ask its publisher for another copy.");
        throw new UnreadableDocumentException(FailureReasons.Scanned, "The PDF has no text: its pages are pictures, or blank. A scan has to be recognised.");
    }

    /// <summary>Numbers of the pages that can only be read from their picture: without text, or with text that reads as nonsense.</summary>
    public static ImmutableArray<int> Pictures(ImmutableArray<PdfPage> pages) =>
        [.. pages.Where(page => Characters(page) < FewestCharacters || OddShare([page]) > MostOdd || page.UnmappedGlyphs > Characters(page)).Select(page => page.Number)];

    /// <param name="pageCount">Of the document, of which these may be a part.</param>
    public static IEnumerable<Issue> Issues(ImmutableArray<PdfPage> pages, int pageCount)
    {
        foreach (var page in pages)
        {
            var box = new PdfLocator(page.Number, 0, 0, page.Width, page.Height);
            if (page.UnmappedGlyphs > 0)
                yield return new Issue(IssueReasons.GlyphsUnmapped, IssueSeverity.Warning, $"{page.UnmappedGlyphs} glyphs on page {page.Number} have no known character and are missing from the text.", box);
            if (Characters(page) == 0 && pageCount > 1)
                yield return new Issue(IssueReasons.PdfPageWithoutText, IssueSeverity.Warning, $"Page {page.Number} has no text; it may be a scan.", box);
        }
    }

    /// <summary>Share of characters that hardly occur in print: glyph numbers that pass for characters fall among them at random.</summary>
    private static double OddShare(ImmutableArray<PdfPage> pages)
    {
        var text = pages.SelectMany(page => page.Words).SelectMany(word => word.Text).ToList();
        return text.Count == 0 ? 0 : text.Count(IsOdd) / (double)text.Count;
    }

    private static bool IsOdd(char character) =>
        character is < ' ' or (>= '\u0530' and < '\u2000') or (>= '\u2400' and < '\u2460') or (>= '\u2474' and < '\u2500') or (>= '\u2700' and < '\u2E80')
            or (>= '\u3040' and < '\u3100') or (>= '\u3300' and < '\u4E00') or (>= '\uA000' and < '\uF900');

    private static int Characters(PdfPage page) => page.Words.Sum(word => word.Text.Count(character => character != '\uFFFD'));
}
