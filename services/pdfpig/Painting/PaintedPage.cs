using System.Collections.Immutable;
using Pipeline.PdfPig.Glyphs;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.PdfPig.Painting;

/// <summary>What a page paints, in the order in which it does: what comes later lies above.</summary>
internal sealed record PaintedPage(ImmutableArray<Painted> Items);

/// <summary>Makes painted pages of the content streams of a document.</summary>
internal sealed class PaintedPageFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options) : BasePageFactory<PaintedPage>(scanner, resources, filters, parser, options)
{
    private readonly FigureLooks _looks = new(new GlyphOutlines(scanner, filters, parser));

    protected override PaintedPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations) =>
        new PaintStream(new PageSource(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions, _looks)).Process(pageNumber, operations);
}

/// <summary>What the library gives to follow a page's streams.</summary>
internal sealed record PageSource(
    int Number, IResourceStore Resources, IPdfTokenScanner Scanner, IPageContentParser Parser, ILookupFilterProvider Filters, CropBox CropBox, UserSpaceUnit Unit, PageRotationDegrees Rotation, TransformationMatrix Matrix,
    ParsingOptions Options, FigureLooks Looks);
