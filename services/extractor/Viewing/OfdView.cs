using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Ofd;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Viewing;

/// <summary>A page of an OFD drawn anew out of its words and lines, with the spot framed. Pictures and colours stay behind.</summary>
internal static class OfdView
{
    /// <exception cref="UnreadableDocumentException">The document cannot be read, or has no such page.</exception>
    public static string Of(ReadOnlyMemory<byte> bytes, PdfLocator? spot, int page, CancellationToken cancellation)
    {
        var number = spot?.Page ?? page;
        var shown = OfdDocument.Read(bytes, PdfLimits.Default, cancellation).Pages.FirstOrDefault(candidate => candidate.Page.Number == number)
            ?? throw new UnreadableDocumentException(FailureReasons.Malformed, $"The OFD has no page {number}.");
        return new InertHtml().Drawing(shown.Page, spot is null ? null : (spot.Left, spot.Top, spot.Right, spot.Bottom)).ToString();
    }
}
