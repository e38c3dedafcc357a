using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>Reads OFD (GB/T 33190), the layout format of Chinese offices: words and lines at places of pages, which the layout steps for PDFs make paragraphs and grids of.</summary>
internal sealed class OfdReader : IDocumentReader
{
    /// <summary>Characters a page below which the document counts as scanned, as for PDFs.</summary>
    private const int FewestCharacters = 10;

    private readonly PdfLimits _limits;

    public OfdReader(PdfLimits? limits = null) => _limits = limits ?? PdfLimits.Default;

    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Ofd];

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var content = OfdDocument.Read(bytes, _limits, cancellation);
        var pages = content.Pages.Select(page => page.Page).ToImmutableArray();
        if (pages.Sum(Characters) < FewestCharacters * pages.Length && !pages.Any(page => Characters(page) >= FewestCharacters * 10))
            throw new UnreadableDocumentException(FailureReasons.Scanned, "The OFD has no text: its pages are pictures, or blank. A scan has to be read by character recognition, which is not here yet.");
        return Task.FromResult(new SourceDocument
        {
            Reader = "ofd/1",
            Title = content.Title,
            Blocks = DocumentFlow.Blocks([.. pages.Select(UprightPage.Of)]),
            Issues = [.. content.Issues, .. content.Pages.Where(page => !page.Pictures.IsEmpty && Characters(page.Page) < FewestCharacters).Select(ScannedPage)],
        });
    }

    private static Issue ScannedPage(OfdPage page) => new(
        IssueReasons.OfdPageWithoutText, IssueSeverity.Warning, $"Page {page.Page.Number} is a picture; what it says was not read.", new PdfLocator(page.Page.Number, 0, 0, page.Page.Width, page.Page.Height));

    private static int Characters(PdfPage page) => page.Words.Sum(word => word.Text.Length);
}
