using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// Ends what has no end. It judges by what visits bring and not by how addresses look: where addresses of one shape, or of one part of the
/// site, bring nothing many times in a row, the rest of them is left alone. Links that announce a report get more patience.
/// </summary>
/// <param name="shapes">Counts of earlier visits to the host, by <see cref="Cost"/>, since the last document.</param>
internal sealed class TrapGuard(Dictionary<string, int> shapes)
{
    // Twelve dead ends or eight pages that only go on, half as many again for links that announce reports; twice as many where documents were
    // found before. More than real lists need, and fewer than fifty for the worst trap.
    private const int Patience = 24;
    private const int Credit = 24;
    private const int EvidentPatience = 36;

    // A part of the site holds many shapes and so gets more.
    private const double SectionShare = 1.25;

    // Requests behind one another: a page asks for its list, and that for its next part.
    private const int MostAsked = 4;

    // Bounded: forgetting costs a page of lists the credit of its documents.
    private const int MostLists = 20_000;

    // Lists that pages asked for tonight, and who asked.
    private readonly Dictionary<string, Uri> _askedBy = new(StringComparer.Ordinal);

    // Pages in a row, each reached from the one before, that brought nothing.
    private const int MostUnproductiveHops = 6;

    /// <summary>Why the address is left alone; null when it may be visited.</summary>
    public string? Refusal(KnownUrl url, Source source)
    {
        if (url.Has(UrlFlags.Seed) || url.Role == PageRole.Document)
            return null;
        if (url.Depth > source.MaxDepth)
            return $"deeper than {source.MaxDepth} clicks";
        if (url.Has(UrlFlags.InSitemap))
            return null;
        if (url.UnproductiveHops >= MostUnproductiveHops)
            return "the pages on the way there brought nothing new";
        var (shape, section) = UrlShape.Of(url.Url);
        var patience = url.Has(UrlFlags.NamedReport | UrlFlags.OnReportPage) ? EvidentPatience : Patience;
        return shapes.GetValueOrDefault(shape) >= patience || shapes.GetValueOrDefault(section) >= patience * SectionShare
            ? "addresses like it brought nothing"
            : null;
    }

    /// <summary>Counts a visit. A document speaks for the page that led to it too, and for the page whose script asked for that: a portal has one list for each of its bodies, all of one shape.</summary>
    /// <param name="brought">What it brought.</param>
    /// <returns>The counts that changed.</returns>
    public IReadOnlyDictionary<string, int> Note(KnownUrl url, PageYield brought)
    {
        var (shape, section) = UrlShape.Of(url.Url);
        var names = new HashSet<string>(StringComparer.Ordinal) { shape, section };
        if (url is { Kind: LinkKind.Continuation, Referrer: { } page } && _askedBy.Count < MostLists)
            _askedBy.TryAdd(url.Url.AbsoluteUri, page);
        if (brought == PageYield.Document)
            foreach (var list in Lists(url))
                names.UnionWith([UrlShape.Of(list).Shape, UrlShape.Of(list).Section]);
        var changed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var before = shapes.GetValueOrDefault(name);
            var after = brought == PageYield.Document ? -Credit : before + Cost(brought);
            if (after != before)
                changed[name] = shapes[name] = after;
        }

        return changed;
    }

    private IEnumerable<Uri> Lists(KnownUrl document)
    {
        var list = document.Referrer;
        for (var hop = 0; hop <= MostAsked && list is not null && list.Authority == document.Url.Authority; hop++)
        {
            yield return list;
            list = _askedBy.GetValueOrDefault(list.AbsoluteUri);
        }
    }

    private static int Cost(PageYield brought) => brought switch
    {
        PageYield.SameSection => 3,
        PageYield.Nothing or PageYield.NearbyReportLinks => 2,
        _ => 1,
    };
}
