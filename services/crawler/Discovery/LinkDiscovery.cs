using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Paging;
using Pipeline.Crawler.Discovery.Services;

namespace Pipeline.Crawler.Discovery;

/// <summary>All links of an answer: every finder reports, one link is kept for each address.</summary>
internal static class LinkDiscovery
{
    // Each finder knows one family; their order only matters for the name under which a link found twice is kept.
    private static readonly ILinkFinder[] Finders =
    [
        new StubRedirect(), new AnchorLinks(), new HandlerLinks(), new FrameLinks(), new AttributeLinks(), new SelectLinks(), new FormChoices(), new SubmittedForms(), new RelNextLinks(), new FeedLinks(), new ScriptRequests(), new DataStore(),
        new ScriptRows(), new DataIslands(), new CarriedRows(), new CarriedRequests(), new GkmlptService(), new BuildUnitService(), new StaticSuffixPaging(), new TemplatePaging(), new PostBackPaging(),
    ];

    // Guesses: asked only when nothing surer leads on.
    private static readonly ILinkFinder[] LastResorts = [new FormPaging(), new PageCountPaging()];

    /// <param name="page">The page parsed, for answers that are HTML; else null.</param>
    /// <param name="url">Address that answered.</param>
    /// <param name="asked">The request for a list's rows that was answered; null for a page.</param>
    public static IReadOnlyList<FoundLink> Find(AnswerBody body, PageView? page, Uri url, ListRequest? asked = null) => body.Shape switch
    {
        AnswerShape.Html when DataStore.Is(body.Text) => Distinct(DataStore.Read(url, body.Text), url),
        AnswerShape.Html when page is not null => OfPage(page, asked),
        AnswerShape.Json => Distinct(JsonList.Read(body.Text, asked ?? new ListRequest(url, null, null)) ?? [], url),
        AnswerShape.Xml when DataStore.Is(body.Text) => Distinct(DataStore.Read(url, body.Text), url),
        AnswerShape.Xml => Distinct(OfXml(body, url, asked), url),
        _ => [],
    };

    private static List<FoundLink> OfPage(PageView page, ListRequest? asked = null)
    {
        var links = Distinct(Finders.SelectMany(finder => finder.Find(page)), page.Url);
        // What was asked for tells better than any guess how to ask on.
        if (asked is not null)
        {
            links = Distinct(links.Concat(CallTemplate.Links(page, asked)), page.Url);
            return Distinct(links.Concat(asked.NextOf(page, links)), page.Url);
        }

        foreach (var finder in LastResorts)
            if (!links.Any(link => link.Kind == LinkKind.Continuation))
                links = Distinct(links.Concat(finder.Find(page)), page.Url);
        return links;
    }

    // XHTML and feeds with markup are no lists of rows; a tolerant reading still finds their links.
    private static IEnumerable<FoundLink> OfXml(AnswerBody body, Uri url, ListRequest? asked)
    {
        if (XmlList.Read(url, body.Text, asked?.Templates) is not { Count: > 0 } rows)
            return OfPage(PageView.Parse(url, body.Text, body.Encoding));
        var next = rows[0].Rule == "xml-list" ? PageFields.Next(url, rows.Count) : null;
        return next is null ? rows : rows.Append(new FoundLink(next, "", LinkKind.Continuation, "xml-list"));
    }

    private static List<FoundLink> Distinct(IEnumerable<FoundLink> links, Uri page)
    {
        var own = CanonicalUrl.KeyOf(page);
        var kept = new Dictionary<string, int>(StringComparer.Ordinal);
        var distinct = new List<FoundLink>();
        foreach (var link in links)
        {
            var url = CanonicalUrl.Of(Interstitial.Behind(link.Url));
            var behind = ReferenceEquals(url, link.Url) ? link : link with { Url = url };
            var key = CanonicalUrl.KeyOf(behind.Url) + (link.Form is null ? "" : " " + link.Form);
            if (key == own && link.Kind != LinkKind.Redirect && link.Form is null)
                continue;
            if (kept.TryGetValue(key, out var at))
                distinct[at] = Better(distinct[at], behind);
            else
            {
                kept[key] = distinct.Count;
                distinct.Add(behind);
            }
        }

        return distinct;
    }

    // The longer name tells more; a pager or a redirect is one, whatever else leads there.
    private static FoundLink Better(FoundLink one, FoundLink other) => one with
    {
        Text = other.Text.Length > one.Text.Length ? other.Text : one.Text,
        Kind = one.Kind == LinkKind.Page ? other.Kind : one.Kind,
    };
}
