using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Regions;

namespace Pipeline.Bodies.Resolving;

/// <summary>Puts each mention at its place and joins those of the same organ there.</summary>
internal static partial class Atoms
{
    private static readonly string[] National = ["国家", "中华人民共和国", "中国", "全国"];

    public static ImmutableArray<Atom> Of(IReadOnlyList<Mention> mentions, DivisionTable divisions)
    {
        var placed = mentions.Select(mention => Place(mention.Key, divisions)).ToList();
        var homes = SiteHomes.Of(mentions.Zip(placed, (mention, name) => (mention.Site, name.Name)));
        return
        [
            .. mentions.Select((mention, index) => (Index: index, Mention: mention, Organ: Organ.Of(placed[index].Name.Rest), Spot: SpotOf(mention, placed[index], homes, divisions)))
                .GroupBy(one => (one.Spot.Place, one.Organ.Key))
                .OrderBy(group => group.Key.Place, StringComparer.Ordinal).ThenBy(group => group.Key.Key, StringComparer.Ordinal)
                .Select((group, index) => new Atom(
                    index, group.Key.Place, group.First().Spot.Region, group.First().Organ, [.. group.Select(one => one.Index)],
                    [.. group.SelectMany(one => one.Mention.Years)], [.. group.Select(one => one.Spot.Evidence).Distinct().Order(StringComparer.Ordinal)])),
        ];
    }

    // A national body's agency has the place behind the name of that body: 国家税务总局清河县税务局.
    private static (PlacedName Name, bool IsNational) Place(string key, DivisionTable divisions)
    {
        if (!National.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
            return (divisions.Place(key), false);
        for (var start = 2; start < key.Length - 2; start++)
        {
            if (divisions.Place(key[start..]) is { Candidates.IsEmpty: false } found)
                return (found with { Rest = key[..start] + found.Rest }, true);
        }

        return (new PlacedName([], key), true);
    }

    private static (string Place, string? Region, string Evidence) SpotOf(Mention mention, (PlacedName Name, bool IsNational) placed, SiteHomes homes, DivisionTable divisions)
    {
        var candidates = placed.Name.Candidates;
        if (candidates.IsEmpty && placed.IsNational)
            return (DivisionTable.Country, null, BodyEvidence.Name);
        if (candidates.IsEmpty)
            return homes.Only(mention.Site) is { } home && !OtherPlace().IsMatch(placed.Name.Rest) ? Narrow(home, BodyEvidence.Site) : ($"site:{mention.Site}", null, BodyEvidence.Name);
        if (candidates.Length > 1 && mention.Region is { } read && candidates.Contains(divisions.Today(read)))
            candidates = [divisions.Today(read)];
        if (candidates.Length > 1 && homes.Around(mention.Site) is { } around && candidates.Where(code => DivisionTable.IsWithin(code, around)).ToList() is [var only])
            candidates = [only];
        return candidates is [var place]
            ? Narrow(place, mention.Key.StartsWith(divisions.NameOf(place) ?? "", StringComparison.Ordinal) || divisions.Former(place).All(former => !mention.Key.Contains(former.Name, StringComparison.Ordinal)) ? BodyEvidence.Name : BodyEvidence.Division)
            : ($"site:{mention.Site}", null, BodyEvidence.Name);

        // Townships of one name stand in several counties of a prefecture: there the site must tell which.
        (string Place, string? Region, string Evidence) Narrow(string code, string evidence)
        {
            if (Organ.Of(placed.Name.Rest).TownshipStem is null || !divisions.HasBelow(code))
                return (code, code, evidence);
            return homes.Only(mention.Site) is { } home && home != code && DivisionTable.IsWithin(home, code) ? (home, home, BodyEvidence.Site) : ($"{code}@{mention.Site}", code, evidence);
        }
    }

    // A name that begins with a place, be it one that the table does not know, is of there and not of the site's division.
    [GeneratedRegex("^[\\u4E00-\\u9FFF]{2,6}?(?:省|自治区|自治州|县|旗|市(?!场)|(?<!开发|园|新|街|社|辖|地|景|城|郊|林|矿|库|保税|示范|行政)区)(?![域划]).{2}", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPlace();
}
