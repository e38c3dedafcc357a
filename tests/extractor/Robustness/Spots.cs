using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Text.Charsets;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>What a document prints where a locator points, found without the recognisers.</summary>
internal sealed class Spots
{
    // Locators are rounded and boxes of cells end at the edges of their words.
    private const double Tolerance = 1;

    private readonly Func<Locator, string?> _text;

    private Spots(Func<Locator, string?> text) => _text = text;

    public static async Task<Spots> Of(byte[] bytes, ReadingFacts reading)
    {
        switch (reading.MediaType)
        {
            case MediaTypes.Html:
                return new Spots(locator => HtmlSpot.Text(bytes, null, (HtmlLocator)locator));
            case MediaTypes.Docx:
                var blocks = (await new DocxReader().Read(bytes, new DocumentHints(), default)).Blocks;
                return new Spots(locator => WordText(blocks, locator));
            case MediaTypes.Pdf:
                // A damaged file may be readable by one engine alone.
                var engine = PdfEngines.All.First(engine => reading.Reader.StartsWith($"pdf/{engine.Version}", StringComparison.Ordinal));
                var pages = (await engine.Read(bytes, PdfLimits.Default, default)).Pages;
                var pictures = await Recognised(bytes, pages);
                return new Spots(locator => locator is OcrLocator picture ? Words(pictures, picture) : Words(pages, (PdfLocator)locator));
            default:
                var lines = CharsetDecision.Decode(bytes, null).Text.Split('\n');
                return new Spots(locator => Stretch(lines, (TextLocator)locator));
        }
    }

    /// <returns>Text without white space; null where the document has no such spot.</returns>
    public string? At(Locator locator) => _text(locator) is { } text ? Dense(text) : null;

    public static string Dense(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string? Stretch(string[] lines, TextLocator place)
    {
        var line = place.Line <= lines.Length ? lines[place.Line - 1] : "";
        return place.Column - 1 + place.Length <= line.Length ? line.Substring(place.Column - 1, place.Length) : null;
    }

    private static string? WordText(IEnumerable<Block> blocks, Locator locator) => blocks.SelectMany(block => block switch
    {
        GridBlock grid => grid.Cells.Where(cell => cell.Source == locator).Select(cell => cell.Text),
        TextBlock text when text.Source == locator => [text.Text],
        TextBlock text => text.Segments.Where(segment => segment.Source == locator).Select(segment => segment.Text),
        _ => [],
    }).FirstOrDefault();

    private static string Words(IEnumerable<PdfPage> pages, PdfLocator place) => string.Concat(pages.Where(page => page.Number == place.Page)
        .SelectMany(page => page.Words).Where(word => IsIn(word.Box, place)).Select(word => word.Text));

    private static async Task<ImmutableArray<OcrPage>> Recognised(byte[] bytes, ImmutableArray<PdfPage> pages) =>
        (await ScannedPages.In(bytes, PdfLimits.Default).Read(pages, default)).Pages;

    private static string Words(IEnumerable<OcrPage> pages, OcrLocator place) => string.Concat(pages.Where(page => page.Number == place.Page)
        .SelectMany(page => page.Words, (page, word) => (word.Text, Spot: page.Locate(word.Box)))
        .Where(word => Between(place.Left, (word.Spot.Left + word.Spot.Right) / 2, place.Right) && Between(place.Top, (word.Spot.Top + word.Spot.Bottom) / 2, place.Bottom))
        .Select(word => word.Text));

    private static bool Between(double low, double value, double high) => value >= low - Tolerance && value <= high + Tolerance;

    private static bool IsIn(PdfBox box, PdfLocator place)
    {
        var (x, y) = ((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);
        return Between(place.Left, x, place.Right) && Between(place.Top, y, place.Bottom);
    }
}
