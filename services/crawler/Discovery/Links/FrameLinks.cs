using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>
/// Frames, embedded objects, and the file that a viewer shows (<c>viewer.html?file=…</c>). What stands in a frame is part of the page: the list's rows, or the report.
/// </summary>
internal sealed class FrameLinks : ILinkFinder
{
    private static readonly string[] FileFields = ["file", "fileurl", "pdf", "pdfurl", "path", "src", "doc", "furl"];

    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var frame in page.Elements.Frames)
        {
            var address = frame.Name == "object" ? frame.GetAttributeValue("data", null!) : frame.GetAttributeValue("src", null!) ?? frame.GetAttributeValue("data-src", null!);
            if (address is null or "" || page.Link(address, ElementName.Of(frame), LinkKind.Continuation, "frame") is not { } link)
                continue;
            if (ShownFile(page, link.Url) is { } file)
                yield return new FoundLink(file, page.Elements.Title, LinkKind.Attachment, "viewer");
            else
                yield return FileAddress.IsDocument(link.Url) ? link with { Kind = LinkKind.Attachment, Text = page.Elements.Title } : link;
        }
    }

    /// <summary>The document that a viewer's address names; null when it is no viewer.</summary>
    public static Uri? ShownFile(PageView page, Uri viewer)
    {
        foreach (var field in FileFields)
            if (QueryFields.Value(viewer, field) is { Length: > 0 } named && page.Link(named, "", LinkKind.Attachment, "viewer") is { } file && FileAddress.IsDocument(file.Url))
                return file.Url;
        return null;
    }
}
