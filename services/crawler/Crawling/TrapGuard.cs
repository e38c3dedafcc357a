using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// Ends what has no end. It judges by what visits bring and not by how addresses look: where addresses of one shape, or of one part of the
/// site, bring nothing many times in a row, the rest of them is left alone. Links that announce a report get more patience.
/// </summary>
/// <param name="shapes">Counts of earlier visits to the host, by <see cref="Cost"/>, since the last document.</param>
public sealed class TrapGuard(Dictionary<string, int> shapes)
{
    // Sixteen dead ends or eleven pages that only go on, nearly twice as many for links that announce reports: more than real lists need, and
    // fewer than fifty for the worst trap.
    private const int Patience = 32;
    private const int EvidentPatience = 60;

    // A part of the site holds many shapes and so gets more.
    private const double SectionShare = 1.2;

    // Pages in a row, each reached from the one before, that brought nothing.
    private const int LongestBarrenWay = 6;

    /// <summary>Why the address is left alone; null when it may be visited.</summary>
    public string? Refusal(KnownUrl url, Source source)
    {
        if (url.Is(Traits.Start) || url.Role == PageRole.Document)
            return null;
        if (url.Depth > source.MaxDepth)
            return $"deeper than {source.MaxDepth} clicks";
        if (url.Is(Traits.Declared))
            return null;
        if (url.Barren >= LongestBarrenWay)
            return "the pages on the way there brought nothing new";
        var (shape, section) = UrlShape.Of(url.Url);
        var patience = url.Is(Traits.Evident | Traits.AmongReports) ? EvidentPatience : Patience;
        return shapes.GetValueOrDefault(shape) >= patience || shapes.GetValueOrDefault(section) >= patience * SectionShare
            ? "addresses like it brought nothing"
            : null;
    }

    /// <summary>Counts a visit.</summary>
    /// <param name="brought">What it brought.</param>
    /// <returns>The counts that changed.</returns>
    public IReadOnlyDictionary<string, int> Note(Uri url, Fruit brought)
    {
        var (shape, section) = UrlShape.Of(url);
        var changed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in (string[])[shape, section])
        {
            var before = shapes.GetValueOrDefault(name);
            var after = brought == Fruit.Document ? 0 : before + Cost(brought);
            if (after != before)
                changed[name] = shapes[name] = after;
        }

        return changed;
    }

    private static int Cost(Fruit brought) => brought switch
    {
        Fruit.MoreOfTheSame => 3,
        Fruit.Nothing or Fruit.PromiseNearby => 2,
        _ => 1,
    };
}
