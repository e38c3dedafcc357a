using Pipeline.Text.Json;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>A report that a field of JSON holds: what a portal that is one program gets for an article, and shows by itself.</summary>
/// <param name="Page">The field as a page, with what stands beside it as its head.</param>
internal sealed record HeldReport(PageView Page, DocumentEvidence Evidence)
{
    // Pictures are fetched with pages; of a field they are not.
    private static readonly Lazy<IReadOnlyList<Uri>> NoPictures = new([]);

    /// <summary>The reports in an answer.</summary>
    /// <param name="url">Address that answered.</param>
    /// <param name="linkText">Text of the link that led there; of several articles it names none.</param>
    public static IReadOnlyList<HeldReport> In(string json, Uri url, string linkText)
    {
        var pages = HeldPages.Of(json);
        return [.. pages.Select(page => PageView.Parse(url, page.Text)).Select(page => new HeldReport(page, DocumentEvidence.Of(page, pages.Count == 1 ? linkText : "", hasAttachment: false, NoPictures)))
            .Where(held => held.Evidence.IsCandidate)];
    }
}
