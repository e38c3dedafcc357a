using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// Reads a page with all that it needs to be understood: by itself; where it should hold rows and shows none, with its script files; and where those tell
/// nothing either, in a browser, which teaches how the list is asked for.
/// </summary>
internal sealed partial class PageReader(LinkFilter links, ListShowing lists, PagePictures pictures, UrlFrontier frontier, TimeProvider clock, ILogger<PageReader> log)
{
    // A list that only a browser shows is shown again after a week; so is one whose recipe has not worked for as long.
    private static readonly TimeSpan Week = TimeSpan.FromDays(6.5);

    // A page that leads to as many parts of a column that no other page names is a list of them.
    private const int FewestParts = 2;

    private const int PartScore = 45;

    /// <summary>Whether a page that waited for the requests of its scripts has its rows now.</summary>
    public Task<bool> HasRows(KnownUrl known, CancellationToken cancellation) => frontier.HasRecipe(known.Source, known.Url, clock.GetUtcNow() - Week, cancellation);

    /// <summary>Whether a page that waited for a browser can be shown by now.</summary>
    public bool CanShow(KnownUrl known) => known.Has(UrlFlags.NeedsBrowser) && lists.Missing is null;

    /// <summary>The page, and what becomes of each of its links.</summary>
    public async Task<ReadPage> Read(KnownUrl known, Source source, ContentCame came, HostSession session, CancellationToken cancellation)
    {
        var read = await Understand(known, source, came, session, cancellation);
        return read with { Links = [.. links.Decide(known, came.Response.Url, read.Content, source, session.HasSeen)] };
    }

    /// <summary>The page with the pictures that are its tables.</summary>
    public Task<WholePage> Whole(Answered answer, ContentClassification content, HostSession session, CancellationToken cancellation) =>
        pictures.Fetch(answer, content.Pictures, session.Cookies.For(answer.Url), cancellation);

    /// <summary>Addresses to which a page without content of its own leads.</summary>
    public IReadOnlyList<KnownUrl> Onward(KnownUrl known, Source source, ContentCame stub) =>
        [.. links.Decide(known, stub.Response.Url, stub.Content, source).Select(decision => decision.Queued).OfType<KnownUrl>()];

    private async Task<ReadPage> Understand(KnownUrl known, Source source, ContentCame came, HostSession session, CancellationToken cancellation)
    {
        var (answer, content) = came;
        var requests = 0;
        if (content.Lacks != RowLack.None && await frontier.HasRecipe(source.Name, answer.Url, clock.GetUtcNow() - Week, cancellation))
            return new(content with { Reason = "its rows are asked for by a recipe" });
        if (content.Scripts.Count > 0)
        {
            (var texts, requests) = await session.Scripts.Read(content.Scripts, answer.Url, session.Cookies.For(answer.Url), cancellation, isMenu: content.Lacks == RowLack.None);
            if (texts.Count > 0)
                content = ContentClassification.Of(known, answer, fileName: null, texts);
        }

        if (content.Lacks == RowLack.None)
            return new(content, requests);
        if (content.Lacks == RowLack.All && IsListOfParts(known, answer, content, source, session))
            return new(content with { Reason = "a list of columns" }, requests);
        var article = content.Lacks == RowLack.All ? session.Articles.Of(answer.Url) : null;
        if (article is not null)
            content = content with { Links = [.. content.Links, article] };
        var requested = content.Links.Where(link => link.Kind == LinkKind.Continuation).ToList();
        // A shell that has waited in vain may ask as another one was seen to do since.
        if (requested.Count > 0 && (!known.Has(UrlFlags.AwaitsRows) || article is not null && await frontier.Find(article.Url, cancellation) is null))
            return new(content, requests) { AwaitsRows = true };
        if (content.Lacks == RowLack.Some && await AnyWasRead(requested, cancellation))
            return new(content with { Reason = "its further parts were found" }, requests);
        var seen = await Browse(known, source, content, answer, session, cancellation);
        return seen with { Requests = seen.Requests + requests };
    }

    private async Task<bool> AnyWasRead(List<FoundLink> links, CancellationToken cancellation)
    {
        foreach (var link in links)
            if (await frontier.Find(link.Url, cancellation) is { Role: PageRole.ReportList or PageRole.Navigation })
                return true;
        return false;
    }

    private async Task<ReadPage> Browse(KnownUrl known, Source source, ContentClassification content, Answered answer, HostSession session, CancellationToken cancellation)
    {
        var reason = content.Lacks == RowLack.Some ? ContentClassification.NeedsBrowserForMore : ContentClassification.NeedsBrowser;
        var unseen = new ReadPage(content with { Reason = reason }) { NeedsAnotherLook = true };
        // Until there is one, a server that says that nothing has changed is believed.
        if (lists.Missing is not null)
            return unseen with { NeedsBrowser = true, NeedsAnotherLook = false };
        if (!session.Browser.Take(known.Host))
            return unseen with { Content = content with { Reason = $"{reason}: the {BrowserVisits.MostPerHost} visits of the night are spent" } };
        var (learned, requests, trouble) = await lists.Show(source, content.Links, answer, session.Cookies.For(answer.Url), session.Scripts.Find, cancellation);
        Browsed(answer.Url, requests, learned.Rows.Count, learned.Recipe is { } told ? ListRecipe.Told(told.Url, told.Form) : "none", trouble ?? "no trouble");
        // A list may say more than there is: it is believed for a week.
        if (learned.Rows.Count == 0 && content.Lacks == RowLack.Some && trouble is null)
            return new(content with { Reason = "a browser showed no further rows" }, requests) { Shown = ListRecipe.Shown(answer.Url, 0) };
        if (learned.Rows.Count == 0)
            return unseen with { Content = content with { Reason = ShownList.InVain(reason, trouble) }, Requests = requests };
        if (learned.Rows.FirstOrDefault(row => row.Rule == ListLearner.HeldRule) is { } held)
            session.Articles.Learn(answer.Url, held);
        var found = learned.Recipe is { } recipe ? learned.Rows.Append(recipe) : learned.Rows;
        return new(content with { Reason = "shown by a browser", Lacks = RowLack.None, Links = [.. content.Links.Where(link => link.Kind != LinkKind.Continuation), .. found] }, requests)
        {
            Shown = learned.Recipe is null ? ListRecipe.Shown(answer.Url, learned.Rows.Count) : null,
            IsBrowsed = true,
            NeedsAnotherLook = true,
        };
    }

    // Of a start address nothing was seen before: there the classification alone decides.
    private bool IsListOfParts(KnownUrl known, Answered answer, ContentClassification content, Source source, HostSession session) =>
        !known.Has(UrlFlags.Seed)
        && links.Decide(known, answer.Url, content, source, session.HasSeen)
            .Count(link => link.Queued is { Kind: LinkKind.Page } queued && link.Score.Value >= PartScore && link.Score.Value != OnPage && !session.HasSeen(queued.Key)) >= FewestParts;

    // What only stands on the page is no part of its column.
    private const int OnPage = 60;

    [LoggerMessage(Level = LogLevel.Information, Message = "A browser has shown {Url}: {Requests} requests, {Rows} rows, recipe: {Recipe}, {Trouble}")]
    private partial void Browsed(Uri url, int requests, int rows, string recipe, string trouble);
}
