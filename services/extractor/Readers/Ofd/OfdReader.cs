using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>
/// Reads OFD (GB/T 33190), the layout format of Chinese offices: words and lines at places of pages, which the layout steps for PDFs make paragraphs and grids
/// of. Pages that are pictures are recognised.
/// </summary>
internal sealed class OfdReader : IDocumentReader
{
    private readonly PdfLimits _limits;

    public OfdReader(PdfLimits? limits = null) => _limits = limits ?? PdfLimits.Default;

    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Ofd];

    public TimeSpan Waiting => OcrTime.Deadline;

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var content = OfdDocument.Read(bytes, _limits, cancellation);
        ImmutableArray<OfdScan> scans = [.. content.Pages.SelectMany(page => OfdScan.Of(page))];
        var engine = scans.IsEmpty ? null : OcrEngine.Installed;
        var recognised = await OfdScans.Read(bytes, content.Pages, scans, engine, cancellation);
        ImmutableArray<PdfPage> pages = [.. content.Pages.Select(page => page.Page)];
        if (!recognised.Among(pages).Any(page => page.Words.Sum(word => word.Text.Length) > 0))
            throw new UnreadableDocumentException(FailureReasons.NoText, "The OFD has no text: its pages are blank, or drawings. Open it in a viewer.");
        if (NamesNoCharacters(recognised.Among(pages)))
            throw new UnreadableDocumentException(FailureReasons.NoText, "The OFD draws its characters and does not name them. Open it in a viewer and print it to PDF.");
        var unread = content.Pages.Where(page => !page.Pictures.IsEmpty && !OfdScan.IsWritten(page) && !recognised.Pages.Any(read => read.Number == page.Page.Number));
        var document = new SourceDocument
        {
            Reader = "ofd/1",
            Title = content.Title,
            Blocks = recognised.Blocks(pages),
            Issues = [.. content.Issues, .. unread.Select(UnreadPage), .. recognised.Issues],
        };
        return recognised.IsEmpty ? document : document with
        {
            Reader = $"ofd/1 and ocr/{engine!.Version}",
            SecondReading = document with { Blocks = recognised.Blocks(pages, second: true) },
        };
    }

    // Signs that programs set in place of characters which they know by the glyph of their own font alone.
    private static bool NamesNoCharacters(IEnumerable<PdfPage> pages)
    {
        var text = string.Concat(pages.SelectMany(page => page.Words).Select(word => word.Text));
        return text.Count(character => character is '\u00A4' or '\uFFFD' or (>= '\uE000' and <= '\uF8FF')) * 2 > text.Length;
    }

    private static Issue UnreadPage(OfdPage page) => new(
        IssueReasons.OfdPageWithoutText, IssueSeverity.Warning, $"Page {page.Page.Number} is a picture; what it says was not read.", new PdfLocator(page.Page.Number, 0, 0, page.Page.Width, page.Page.Height));
}
