using System.Collections.Concurrent;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>What the visit to one host remembers while it lasts: the guard against traps and the links seen on its pages.</summary>
internal sealed class HostSession(TrapGuard guard, UrlFrontier frontier, ScriptFiles scripts, BrowserVisits browser, FailingShapes failing)
{
    // Applications that name their pages behind a hash sign: a site has one or two.
    private const int MostHeld = 8;
    private const int LargestHeld = 1 << 20;

    // Bounded: forgetting makes a list look new once more, and the guard ends it a little later.
    private const int MostLinks = 20_000;

    private readonly HashSet<long> _seen = [];
    private readonly Dictionary<string, KnownUrl?> _homes = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, bool> _leads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Answered> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Answered> _waiting = new();

    public TrapGuard Guard => guard;

    /// <summary>Script files read for pages of the host.</summary>
    public ScriptFiles Scripts => scripts;

    /// <summary>Visits of the browser to this and other hosts.</summary>
    public BrowserVisits Browser => browser;

    /// <summary>Parts of sites that answer with errors.</summary>
    public FailingShapes Failing => failing;

    public SessionCookies Cookies { get; } = new();

    /// <summary>Requests of articles' shells that a browser has shown.</summary>
    public ArticleRequests Articles { get; } = new();

    /// <summary>Whether a link to the address stood on a page that was read before.</summary>
    public bool HasSeen(long key) => _seen.Contains(key);

    /// <summary>Whether an address that leads out of the source is met for the first time.</summary>
    public bool IsFirst(Uri url) => _leads.Count < MostLinks && _leads.TryAdd(url.AbsoluteUri, true);

    /// <summary>The answer to another route of the same address: what stands behind the hash sign is never sent, so the server would give the same again.</summary>
    public Answered? Held(Uri url) => url.Fragment.Length > 1 && _held.TryGetValue(url.GetLeftPart(UriPartial.Query), out var answer) ? answer with { Url = url, IsHeld = true } : null;

    /// <summary>The answer to a page that waits for the requests of its scripts; null when it was let go.</summary>
    public Answered? Waiting(long key) => _waiting.TryRemove(key, out var answer) ? answer with { IsHeld = true } : null;

    /// <summary>Keeps a page until the requests of its scripts have been made.</summary>
    public void Wait(long key, Answered answer)
    {
        if (answer.Body.Length <= LargestHeld && _waiting.Count < MostHeld)
            _waiting[key] = answer;
    }

    /// <summary>Keeps the answer to a route for the others of its address.</summary>
    public void Hold(FetchResponse answer)
    {
        if (answer is Answered { Status: 200, Body.Length: <= LargestHeld } whole && answer.Url.Fragment.Length > 1 && _held.Count < MostHeld)
            _held[answer.Url.GetLeftPart(UriPartial.Query)] = whole;
    }

    /// <summary>What is known of the home page of the address's site; null when nothing is.</summary>
    public async Task<KnownUrl?> Home(Uri url, CancellationToken cancellation)
    {
        if (!_homes.TryGetValue(url.Authority, out var home))
        {
            home = await frontier.Find(new Uri(url, "/"), cancellation);
            // Until it was read there is nothing to compare with.
            if (home?.Region is not null)
                _homes[url.Authority] = home;
        }

        return home;
    }

    /// <summary>Whether another address of the host holds a document with this content.</summary>
    public Task<bool> IsRepeat(KnownUrl known, string region, CancellationToken cancellation) => frontier.IsRepeat(known, region, cancellation);

    /// <summary>
    /// What a page brought: a document; links that announce reports, not seen before on any page and other than the page itself; or nothing.
    /// Tells also whether any link was new.
    /// </summary>
    /// <param name="remembers">Whether the links count as seen from now on: rows that a browser has shown are to come again, by their recipe.</param>
    public (PageYield Yield, bool HasNew) Weigh(Uri page, bool isDocument, IReadOnlyList<KnownUrl> links, bool remembers = true)
    {
        if (_seen.Count > MostLinks)
            _seen.Clear();
        var own = UrlShape.Of(page);
        var (promise, nearby, hasNew, same) = (false, false, false, false);
        foreach (var link in links)
        {
            if (remembers ? !_seen.Add(link.Key) : _seen.Contains(link.Key))
                continue;
            // A further part of the same list is nothing new by itself; what stands below a node of a tree is.
            hasNew |= link.Kind != Discovery.LinkKind.Continuation || ReportWords.NamesReport(link.LinkText) || ReportWords.NamesDisclosure(link.LinkText) || ReportWords.NamesBody(link.LinkText);
            var (shape, section) = UrlShape.Of(link.Url);
            promise |= link.Has(UrlFlags.NamedReport) && section != own.Section;
            nearby |= link.Has(UrlFlags.NamedReport) && section == own.Section && shape != own.Shape;
            same |= section == own.Section;
        }

        return (isDocument ? PageYield.Document : promise ? PageYield.ReportLinks : nearby ? PageYield.NearbyReportLinks : same ? PageYield.SameSection : PageYield.Nothing, hasNew);
    }
}
