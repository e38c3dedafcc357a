using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Blocks that were laid out on straightened pages → the same with places on the pictures.</summary>
internal sealed class OcrLocators(IEnumerable<OcrPage> pages, ImmutableArray<PlacedPicture> pictures)
{
    private readonly Dictionary<int, OcrPage> _pages = pages.ToDictionary(page => page.Number);

    public ImmutableArray<Block> Of(ImmutableArray<Block> blocks) => _pages.Count == 0 && pictures.IsEmpty ? blocks : [.. blocks.Select(Block)];

    private Block Block(Block block) => block switch
    {
        TextBlock text => text with { Source = Place(text.Source), Segments = [.. text.Segments.Select(segment => segment with { Source = Place(segment.Source) })] },
        GridBlock grid => grid with { Source = Place(grid.Source), Cells = [.. grid.Cells.Select(cell => cell with { Source = Place(cell.Source) })] },
        _ => block,
    };

    private Locator Place(Locator place) =>
        place is PdfLocator at && new PdfBox(at.Left, at.Top, at.Right, at.Bottom) is var box && Seen(at.Page, box) is { } page ? page.Locate(box) : place;

    private OcrPage? Seen(int page, PdfBox box) => _pages.TryGetValue(page, out var whole) ? whole
        : pictures.FirstOrDefault(picture => picture.Seen.Number == page && picture.Box.Contains(box.MiddleX, box.MiddleY))?.Seen;
}
