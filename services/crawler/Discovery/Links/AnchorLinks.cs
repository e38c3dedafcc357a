using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>Plain links: anchors and areas with an address. Handlers and javascript: addresses are for <see cref="HandlerLinks"/>.</summary>
internal sealed partial class AnchorLinks : ILinkFinder
{
    /// <summary>Rules of the links of a pager.</summary>
    public const string NextRule = "next-page";

    public const string NumberRule = "page-number";

    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var anchor in page.Elements.Anchors)
        {
            var href = anchor.GetAttributeValue("href", null!);
            if (href is null || IsForNobody(anchor) || page.Link(href, ElementName.Of(anchor), LinkKind.Page, "anchor") is not { } link)
                continue;
            yield return Sort(page, link);
        }
    }

    // What no visitor sees is no way to a report: such links are put out to catch the careless. What the site asks programs not to follow is none
    // either, but for a link that names a report: editors set rel=nofollow on whole lists without a thought, and robots.txt is where a site says no.
    private static bool IsForNobody(HtmlNode anchor)
    {
        if (anchor.Attributes.Count < 2)
            return false;
        var style = anchor.GetAttributeValue("style", "");
        return anchor.Attributes.Contains("hidden")
            || anchor.GetAttributeValue("rel", "").Contains("nofollow", StringComparison.OrdinalIgnoreCase) && !ReportWords.NamesReport(ElementName.Of(anchor))
            || style.Length > 0 && Invisible().IsMatch(style);
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    /// <summary>Whether an element has no address of its own: a script goes somewhere on the click, or nothing does.</summary>
    internal static bool LeadsNowhere(HtmlNode element) => element.GetAttributeValue("href", "") is "" or "#" or ['j' or 'J', ..];

    /// <summary>Tells files, pager links and pages apart.</summary>
    internal static FoundLink Sort(PageView page, FoundLink link)
    {
        if (FileAddress.IsDocument(link.Url))
            return link with { Kind = LinkKind.Attachment };
        if (PagerText.IsNext(link.Text) && link.Url.Authority == page.Url.Authority)
            return link with { Kind = LinkKind.Continuation, Rule = NextRule };
        return PagerText.IsNumberOrArrow(link.Text) && IsSibling(page.Url, link.Url) ? link with { Kind = LinkKind.Continuation, Rule = NumberRule } : link;
    }

    // A numbered link leads on in the same list when only a number in the file name or the query differs.
    private static bool IsSibling(Uri page, Uri target) =>
        page.Authority == target.Authority && Folder(page) == Folder(target)
        && (page.AbsolutePath == target.AbsolutePath ? page.Query != target.Query : WithoutDigits(target) is var stem && (stem == WithoutDigits(page) || stem.StartsWith(Stem(page), StringComparison.Ordinal)));

    private static string Folder(Uri url) => url.AbsolutePath[..(url.AbsolutePath.LastIndexOf('/') + 1)];

    private static string WithoutDigits(Uri url) => string.Concat(url.AbsolutePath.Where(c => !char.IsAsciiDigit(c)));

    // index.html → index, / → index: the first page often hides its name.
    private static string Stem(Uri url)
    {
        var path = WithoutDigits(url);
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path[..dot].TrimEnd('_', '-') : path;
    }
}
