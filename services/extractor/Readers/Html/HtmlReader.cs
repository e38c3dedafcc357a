using AngleSharp.Html.Dom;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Blocks;
using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>Reads web pages as a person sees them in a browser: tables as grids, everything else as lines of text. Runs and loads nothing.</summary>
internal sealed class HtmlReader : IDocumentReader
{
    private static readonly string Name = $"html/AngleSharp {typeof(IHtmlDocument).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Cells with digits in the tables that are seen at once; with fewer the report's own may wait behind tabs: three rows of table three have as many.</summary>
    private const int FewestFigures = 20;

    public IReadOnlyCollection<string> MediaTypes { get; } = ["text/html", "application/xhtml+xml"];

    /// <summary>Its pictures may have to be recognised.</summary>
    public TimeSpan Waiting => OcrTime.Deadline;

    /// <exception cref="UnreadableDocumentException">empty, too-large or malformed.</exception>
    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) => Task.FromResult(Document(bytes.Span, hints, cancellation));

    /// <exception cref="UnreadableDocumentException">empty, too-large or malformed.</exception>
    public static SourceDocument Document(ReadOnlySpan<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var decoded = HtmlText.Decode(bytes, hints.ContentType);
        // Left to the collector: it holds nothing but memory, and to dispose of it is to take the tree apart node by node.
        var document = HtmlParsing.Parse(decoded.Text, cancellation);
        var elements = new PageElements(document);
        var page = Visible(document, elements, opensPanes: false);
        var opensPanes = !page.HasFigures && page.Boxes?.HasClosedPanes == true;
        page = opensPanes ? Visible(document, elements, opensPanes) : page;
        var pictures = PagePictures.Of(document, page.Blocks.Pictures, hints);

        return new SourceDocument
        {
            Reader = Name,
            Title = document.Title is { Length: > 0 } title ? title : null,
            Metadata = PageMetadata.Of(document, elements),
            Blocks = PageBody.Mark(page.Blocks.Blocks, document.Title),
            Pictures = pictures,
            Issues = [.. CharsetIssues.Of(decoded), .. TableImages.Of(document, page.Blocks.Blocks, page.Blocks.Pictures, pictures.Length), .. AppearanceIssues.Of(page.Root, page.Blocks.Blocks, page.Paths)],
            IsPlain = page.Root is { } root && PlainTables.Are(root),
            Look = LookOf(document, page, opensPanes),
            Charset = decoded.Charset,
            CharsetBasis = decoded.Basis,
            Held = page.HasFigures ? [] : HeldInPage.Of(document),
        };
    }

    // Panes that a person opens one after the other are painted one at a time: a browser says nothing about them.
    private static PageLook? LookOf(IHtmlDocument document, VisiblePage page, bool hasOpenedPanes) =>
        page.Root is null || (hasOpenedPanes && page.HasFigures) ? null
        : page.HasFigures ? new PageLook(UnsureTables.Are(page.Root), false, "")
        : UndrawnText.Of(document) is { Length: > 0 } text ? new PageLook(UnsureTables.Are(page.Root), true, text)
        : null;

    private static VisiblePage Visible(IHtmlDocument document, PageElements elements, bool opensPanes)
    {
        var paths = new ElementPaths();
        var (boxes, blocks) = (BoxTree.Build(document, elements, opensPanes), new PageBlocks(paths));
        if (boxes is not null)
            blocks.Flow(boxes.Root);
        return new VisiblePage(boxes, blocks, paths, FiguresIn(blocks.Blocks.Select(placed => placed.Block)) >= FewestFigures);
    }

    /// <summary>Cells with digits in tables.</summary>
    public static int FiguresIn(IEnumerable<Block> blocks) => blocks.Sum(Figures);

    private static int Figures(Block block) => block is GridBlock grid ? grid.Cells.Count(cell => cell.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0) : 0;

    /// <param name="Boxes">Null for a page without a body.</param>
    /// <param name="HasFigures">Whether its tables show as many as a report's.</param>
    private sealed record VisiblePage(PageBoxes? Boxes, PageBlocks Blocks, ElementPaths Paths, bool HasFigures)
    {
        public Box? Root => Boxes?.Root;
    }
}
