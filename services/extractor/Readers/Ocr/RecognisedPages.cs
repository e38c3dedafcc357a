using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Pages of a PDF that were read from their pictures, and pictures on other pages, among pages that carry text.</summary>
internal sealed record RecognisedPages(ImmutableArray<OcrPage> Pages, ImmutableArray<Issue> Issues)
{
    public static RecognisedPages None { get; } = new([], []);

    /// <summary>Numbers of pages whose fonts were doubtful and whose pictures show what their text says.</summary>
    public ImmutableHashSet<int> Confirmed { get; init; } = [];

    /// <summary>Pictures on pages of text.</summary>
    public ImmutableArray<PlacedPicture> Pictures { get; init; } = [];

    /// <summary>Whether all was read from text.</summary>
    public bool IsEmpty => Pages.IsEmpty && Pictures.IsEmpty;

    /// <summary>All pages, those that were confirmed without the doubts about their fonts.</summary>
    public ImmutableArray<PdfPage> Cleared(ImmutableArray<PdfPage> pages) =>
        [.. pages.Select(page => Confirmed.Contains(page.Number) ? page with { Doubts = [.. page.Doubts.Where(doubt => doubt.Code != AppearanceReasons.Font)] } : page)];

    /// <summary>All pages, each as it was read.</summary>
    /// <param name="second">Whether with what the other pass read where the passes differ, and with the figures of the text of pages that have one.</param>
    public ImmutableArray<PdfPage> Among(ImmutableArray<PdfPage> pages, bool second = false) =>
        [.. pages.Select(page => Pages.FirstOrDefault(recognised => recognised.Number == page.Number) is { } seen ? Seen(seen, page, second)
            : Pictures.Where(picture => picture.Seen.Number == page.Number).Aggregate(page, (shown, picture) => picture.On(shown, second)))];

    /// <summary>The pages that were not read from their pictures.</summary>
    public ImmutableArray<PdfPage> Without(ImmutableArray<PdfPage> pages) =>
        [.. pages.Where(page => !Pages.Any(recognised => recognised.Number == page.Number))];

    private static PdfPage Seen(OcrPage seen, PdfPage page, bool second) => second && page.IsContestable ? WrittenFigures.Of(seen, page).Second() : seen.ToPage(second);

    /// <summary>All pages as blocks.</summary>
    public ImmutableArray<Block> Blocks(ImmutableArray<PdfPage> pages, bool second = false) =>
        [.. Places.Of(DocumentFlow.Blocks([.. Among(pages, second).Select(UprightPage.Of)]), OnPicture).Select(block => block with { Origin = BlockOrigin.Page })];

    // Blocks are laid out on straightened pages; a person sees the picture as it came.
    private Locator OnPicture(Locator place) =>
        place is PdfLocator at && new PdfBox(at.Left, at.Top, at.Right, at.Bottom) is var box && SeenAt(at.Page, box) is { } page ? page.Locate(box) : place;

    private OcrPage? SeenAt(int page, PdfBox box) => Pages.FirstOrDefault(whole => whole.Number == page)
        ?? Pictures.FirstOrDefault(picture => picture.Seen.Number == page && picture.Box.Contains(box.MiddleX, box.MiddleY))?.Seen;
}
