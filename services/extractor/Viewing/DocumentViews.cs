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

    private static readonly IContainerReader[] Containers = [new ArchiveReader(), new CompressedReader(new ArchiveReader()), new MailReader(), AnswerReader.Json, AnswerReader.Xml];

    /// <summary>Never throws for what a document contains.</summary>
    /// <param name="page">Page of a PDF or an OFD, from 1, where no spot says which.</param>
    public static Task<SnapshotView> Show(ReadOnlyMemory<byte> bytes, DocumentHints hints, Locator? spot, int page, CancellationToken cancellation) =>
        Try(() => Inside(bytes, hints, spot, (inner, its, at, mediaType) => Page(inner, its, at, page, mediaType, cancellation), cancellation));

    /// <summary>The part of a picture that was read, enlarged. Never throws for what a document contains.</summary>
    /// <param name="spot">On a picture, or on a page that was recognised.</param>
    public static Task<SnapshotView> ShowClose(ReadOnlyMemory<byte> bytes, DocumentHints hints, Locator spot, CancellationToken cancellation) =>
        Try(() => Inside(bytes, hints, spot, (inner, _, at, mediaType) => Close(inner, at as OcrLocator, mediaType, cancellation), cancellation));

    private static async Task<SnapshotView> Try(Func<Task<SnapshotView>> show)
    {
        try
        {
            return await show();
        }
        catch (UnreadableDocumentException unreadable)
        {
            return new SnapshotView(null, unreadable.Message);
        }
    }

    private static async Task<SnapshotView> Inside(
        ReadOnlyMemory<byte> bytes, DocumentHints hints, Locator? spot, Func<ReadOnlyMemory<byte>, DocumentHints, Locator?, string, Task<string?>> show, CancellationToken cancellation)
    {
        var (mediaType, _) = MediaTypes.Decide(bytes.Span, hints);
        if (Array.Find(Containers, container => container.MediaTypes.Contains(mediaType)) is { } container)
        {
            var (entry, inner) = ContainerView.Find(container.Open(bytes, ContainerLimits.Default, cancellation), spot as EntryLocator);
            return entry is null
                ? new SnapshotView(ContainerView.Of(container.Open(bytes, ContainerLimits.Default, cancellation)), null, InertStyle.Hash)
                : await Inside(entry.Bytes, hints with { FileName = entry.Name, ContentType = entry.ContentType }, inner, show, cancellation);
        }
        if (spot is EntryLocator held && mediaType == MediaTypes.Html && ContainerView.Find(new HeldPageReader(await new HtmlReader().Read(bytes, hints, cancellation)).Open(bytes, ContainerLimits.Default, cancellation), held) is ({ } page, var its))
            return await Inside(page.Bytes, hints with { FileName = page.Name, ContentType = page.ContentType }, its, show, cancellation);
        if (spot is EntryLocator within && await PictureWithin(bytes, hints, mediaType, within.Entry, cancellation) is { } picture)
            return await Inside(picture, hints with { FileName = null, ContentType = null }, within.Inner, show, cancellation);
        var html = await show(bytes, hints, spot, mediaType);
        return new SnapshotView(html, html is null ? $"There is no view of {mediaType}: download the bytes and open them with a program for that." : null, InertStyle.Hash);
    }

    private static async Task<string?> Page(ReadOnlyMemory<byte> bytes, DocumentHints hints, Locator? spot, int page, string mediaType, CancellationToken cancellation) => mediaType switch
    {
        MediaTypes.Html => HtmlView.Of(bytes.Span, hints.ContentType, spot as HtmlLocator, cancellation),
        MediaTypes.Pdf => await PdfView.Of(bytes, spot is OcrLocator scanned ? PdfPicture.OnPage(scanned) : spot as PdfLocator, page, cancellation),
        MediaTypes.Png or MediaTypes.Jpeg => PictureView.Of(bytes, mediaType, spot as OcrLocator),
        MediaTypes.Ofd => OfdView.Of(bytes, spot, page, cancellation),
        MediaTypes.Text => TextView.Of(bytes.Span, hints.ContentType, spot as TextLocator),
        _ => Array.Find(Understood, reader => reader.MediaTypes.Contains(mediaType)) is { } reader ? DocumentView.Of(await reader.Read(bytes, hints, cancellation), spot) : null,
    };

    private static async Task<string?> Close(ReadOnlyMemory<byte> bytes, OcrLocator? spot, string mediaType, CancellationToken cancellation) => (spot, mediaType) switch
    {
        (null, _) => null,
        (_, MediaTypes.Pdf) => await PdfView.Close(bytes, spot, cancellation),
        (_, MediaTypes.Png or MediaTypes.Jpeg) => PictureView.Close(bytes, mediaType, spot),
        (_, MediaTypes.Ofd) => OfdView.Close(bytes, spot, cancellation),
        _ => null,
    };

    /// <summary>A picture that stands in a page or a Word file; null where there is none of the name.</summary>
    private static async Task<ReadOnlyMemory<byte>?> PictureWithin(ReadOnlyMemory<byte> bytes, DocumentHints hints, string mediaType, string name, CancellationToken cancellation) =>
        Array.Find(Illustrated, reader => reader.MediaTypes.Contains(mediaType)) is { } reader ? (await reader.Read(bytes, hints, cancellation)).Pictures.FirstOrDefault(picture => picture.Name == name)?.Bytes : null;
}
