using System.Collections.Frozen;
using Pipeline.Bodies.Regions;

namespace Pipeline.Bodies.Resolving;

/// <summary>The division whose site a site is, by the divisions that its bodies' names begin with.</summary>
internal sealed class SiteHomes
{
    // One name of elsewhere among very many is a slip; among a few it may as well be the site of two places.
    private const int Many = 20;
    private const double Nearly = 0.95;

    private readonly FrozenDictionary<string, (string Home, bool IsOnly)> _homes;

    private SiteHomes(FrozenDictionary<string, (string, bool)> homes) => _homes = homes;

    public static SiteHomes Of(IEnumerable<(string Site, PlacedName Name)> placed) => new(placed
        .Where(mention => mention.Name.Candidates.Length == 1)
        .GroupBy(mention => mention.Site, mention => mention.Name.Candidates[0], StringComparer.Ordinal)
        .ToFrozenDictionary(site => site.Key, HomeOf, StringComparer.Ordinal));

    /// <summary>The one division of the site's bodies: what no name says is of there. Null where there are several, or none.</summary>
    public string? Only(string site) => _homes.TryGetValue(site, out var home) && home.IsOnly ? home.Home : null;

    /// <summary>The division that holds all of the site's bodies; null when it is more than a province.</summary>
    public string? Around(string site) => _homes.TryGetValue(site, out var home) && home.Home != DivisionTable.Country ? home.Home : null;

    private static (string Home, bool IsOnly) HomeOf(IGrouping<string, string> codes)
    {
        var most = codes.CountBy(code => code).MaxBy(pair => pair.Value);
        var all = codes.Count();
        if (most.Value == all || all >= Many && most.Value >= all * Nearly)
            return (most.Key, true);
        var shared = codes.Aggregate((left, right) => left[..Shared(left, right)]);
        return ((shared.Length >= 4 ? shared[..4] : shared.Length >= 2 ? shared[..2] : "").PadRight(6, '0'), false);
    }

    private static int Shared(string left, string right) => left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
}
