using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Containers;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Office;
using Pipeline.Extractor.Readers.OpenDocument;
using Pipeline.Extractor.Readers.Spreadsheets;

namespace Pipeline.Extractor.Viewing;

/// <summary>Shows any document that the readers read as an inert page, with a spot marked.</summary>
internal static class DocumentViews
{
    /// <summary>Readers whose documents are shown as they understood them.</summary>
    private static readonly IDocumentReader[] Understood = [new DocxReader(), OfficeReader.Default, new XlsxReader(), new OdsReader(), new OdtReader()];

    /// <summary>Readers whose documents hold pictures.</summary>
    private static readonly IDocumentReader[] Illustrated = [new HtmlReader(), .. Understood];

    private static readonly IContainerReader[] Containers = [new ArchiveReader(), new MailReader()];

    /// <summary>Never throws for what a document contains.</summary>
    /// <param name="page">Page of a PDF or an OFD, from 1, where no spot says which.</param>
    public static async Task<SnapshotView> Show(ReadOnlyMemory<byte> bytes, DocumentHints hints, Locator? spot, int page, CancellationToken cancellation)
    {
        try
        {
            return await Inside(bytes, hints, spot, page, cancellation);
        }
        catch (UnreadableDocumentException unreadable)
        {
            return new SnapshotView(null, unreadable.Message);
        }
    }

    private static async Task<SnapshotView> Inside(ReadOnlyMemory<byte> bytes, DocumentHints hints, Locator? spot, int page, CancellationToken cancellation)
    {
        var (mediaType, _) = MediaTypes.Decide(bytes.Span, hints);
        if (Array.Find(Containers, container => container.MediaTypes.Contains(mediaType)) is { } container)
        {
            var (entry, inner) = ContainerView.Find(container.Open(bytes, ContainerLimits.Default, cancellation), spot as EntryLocator);
            return entry is null
                ? new SnapshotView(ContainerView.Of(container.Open(bytes, ContainerLimits.Default, cancellation)), null, InertStyle.Hash)
                : await Inside(entry.Bytes, hints with { FileName = entry.Name, ContentType = entry.ContentType }, inner, page, cancellation);
        }
        var html = mediaType switch
        {
            _ when spot is EntryLocator within => await PictureWithin(bytes, hints, mediaType, within, cancellation),
            MediaTypes.Html => HtmlView.Of(bytes.Span, hints.ContentType, spot as HtmlLocator, cancellation),
            MediaTypes.Pdf => await PdfView.Of(bytes, spot is OcrLocator scanned ? PdfPicture.OnPage(scanned) : spot as PdfLocator, page, cancellation),
            MediaTypes.Png or MediaTypes.Jpeg => PictureView.Of(bytes, mediaType, spot as OcrLocator),
            MediaTypes.Ofd => OfdView.Of(bytes, spot, page, cancellation),
            MediaTypes.Text => TextView.Of(bytes.Span, hints.ContentType, spot as TextLocator),
            _ => Array.Find(Understood, reader => reader.MediaTypes.Contains(mediaType)) is { } reader ? DocumentView.Of(await reader.Read(bytes, hints, cancellation), spot) : null,
        };
        return new SnapshotView(html, html is null ? $"There is no view of {mediaType}: download the bytes and open them with a program for that." : null, InertStyle.Hash);
    }

    /// <summary>A picture that stands in a page or a Word file.</summary>
    private static async Task<string?> PictureWithin(ReadOnlyMemory<byte> bytes, DocumentHints hints, string mediaType, EntryLocator spot, CancellationToken cancellation)
    {
        if (Array.Find(Illustrated, reader => reader.MediaTypes.Contains(mediaType)) is not { } reader)
            return null;
        var picture = (await reader.Read(bytes, hints, cancellation)).Pictures.FirstOrDefault(picture => picture.Name == spot.Entry);
        return picture is null ? null : PictureView.Of(picture.Bytes, MediaTypes.Decide(picture.Bytes.Span, new DocumentHints()).MediaType, spot.Inner as OcrLocator);
    }
}
