using Pipeline.PdfPig.Glyphs;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines.PdfPig.Glyphs;

/// <summary>What reads the outlines of a document's glyphs, as its first page gets it.</summary>
internal sealed record PageOutlines(GlyphOutlines Outlines)
{
    /// <returns>Every digit of every font of the first page, in the order of the fonts.</returns>
    public static IEnumerable<(char Digit, GlyphShape Shape)> Digits(string file)
    {
        using var document = PdfDocument.Open(file);
        document.AddPageFactory<PageOutlines, Factory>();
        var outlines = document.GetPage<PageOutlines>(1).Outlines;
        foreach (var font in document.GetPage(1).Letters.Select(letter => letter.GetFont()).OfType<IFont>().Distinct())
        {
            for (var code = 0; code <= ushort.MaxValue; code++)
            {
                if (font.TryGetUnicode(code, out var text) && text is [>= '0' and <= '9'] && outlines.Of(font, code) is { } outline && GlyphShape.Of(outline) is { } shape)
                    yield return (text[0], shape);
            }
        }
    }

    private sealed class Factory(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : BasePageFactory<PageOutlines>(scanner, resources, filters, parser, options)
    {
        protected override PageOutlines ProcessPage(
            int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation,
            TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations) => new(new GlyphOutlines(PdfScanner, FilterProvider, PageContentParser));
    }
}
