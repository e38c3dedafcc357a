using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Viewing;

/// <summary>Shows any document that the readers read as an inert page, with a spot marked.</summary>
public static class DocumentViews
{
    /// <summary>Never throws for what a document contains.</summary>
    /// <param name="page">Page of a PDF, from 1, where no spot says which.</param>
    public static async Task<SnapshotView> Show(ReadOnlyMemory<byte> bytes, DocumentHints hints, Locator? spot, int page, CancellationToken cancellation)
    {
        var (mediaType, _) = MediaTypes.Decide(bytes.Span, hints);
        try
        {
            var html = mediaType switch
            {
                MediaTypes.Html => HtmlView.Of(bytes.Span, hints.ContentType, spot as HtmlLocator, cancellation),
                MediaTypes.Pdf => await PdfView.Of(bytes, spot is OcrLocator scanned ? PdfPicture.OnPage(scanned) : spot as PdfLocator, page, cancellation),
                MediaTypes.Png or MediaTypes.Jpeg => PictureView.Of(bytes, mediaType, spot as OcrLocator),
                MediaTypes.Docx => DocumentView.Of(await new DocxReader().Read(bytes, hints, cancellation), spot),
                MediaTypes.Text => TextView.Of(bytes.Span, hints.ContentType, spot as TextLocator),
                _ => null,
            };
            return new SnapshotView(html, html is null ? $"There is no view of {mediaType}: download the bytes and open them with a program for that." : null, InertStyle.Hash);
        }
        catch (UnreadableDocumentException unreadable)
        {
            return new SnapshotView(null, unreadable.Message);
        }
    }
}
