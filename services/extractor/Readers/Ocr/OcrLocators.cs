using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Blocks that were laid out on straightened pages → the same with places on the pictures.</summary>
internal sealed class OcrLocators(IEnumerable<OcrPage> pages)
{
    private readonly Dictionary<int, OcrPage> _pages = pages.ToDictionary(page => page.Number);

    public ImmutableArray<Block> Of(ImmutableArray<Block> blocks) => _pages.Count == 0 ? blocks : [.. blocks.Select(Block)];

    private Block Block(Block block) => block switch
    {
        TextBlock text => text with { Source = Place(text.Source), Segments = [.. text.Segments.Select(segment => segment with { Source = Place(segment.Source) })] },
        GridBlock grid => grid with { Source = Place(grid.Source), Cells = [.. grid.Cells.Select(cell => cell with { Source = Place(cell.Source) })] },
        _ => block,
    };

    private Locator Place(Locator place) =>
        place is PdfLocator box && _pages.TryGetValue(box.Page, out var page) ? page.Locate(new PdfBox(box.Left, box.Top, box.Right, box.Bottom)) : place;
}
