using System.Collections.Frozen;
using Pipeline.Bodies.Names;

namespace Pipeline.Bodies.Resolving;

/// <summary>Finds organs of one place that are one body under two names, and those that may be.</summary>
internal static class Continuations
{
    // 住房和城乡建设局 and 住房和城乡建设管理局 share 0.8 of their pairs of characters, 民政局 and 财政局 none but the ending.
    private const double Like = 0.6;

    private const int LongestGap = 2;

    private static readonly FrozenDictionary<(string Former, string Later), bool> Reforms =
        TableFile.Rows("reforms.csv").GroupBy(row => (Organ.Of(row[0]).Key, Organ.Of(row[1]).Key)).ToFrozenDictionary(group => group.Key, group => group.First()[2] == "renamed");

    /// <param name="place">All organs of one place.</param>
    public static IEnumerable<Link> Of(IReadOnlyList<Atom> place)
    {
        var links = Offices(place).Concat(Townships(place)).Concat(Renamed(place)).ToList();
        var taken = links.SelectMany(link => new[] { link.Left, link.Right }).ToHashSet();
        return links.Concat(Alike([.. place.Where(atom => !taken.Contains(atom))]));
    }

    private static IEnumerable<Link> Offices(IReadOnlyList<Atom> place) =>
        from office in place
        where office.Organ.Head is not null
        from head in place
        where head.Organ.Key == office.Organ.Head
        // Both on one year are two reports: the government's and that of its office as a department.
        where !head.Years.Overlaps(office.Years)
        select new Link(head, office, BodyEvidence.Office, IsSure: true);

    private static IEnumerable<Link> Townships(IReadOnlyList<Atom> place) =>
        from stem in place.Where(atom => atom.Organ.TownshipStem is not null).GroupBy(atom => atom.Organ.TownshipStem!)
        let steps = stem.OrderBy(atom => atom.First).ToList()
        where steps.Count > 1 && steps.Zip(steps.Skip(1)).All(pair => pair.First.IsBefore(pair.Second))
        from pair in steps.Zip(steps.Skip(1))
        select new Link(pair.First, pair.Second, BodyEvidence.Township, IsSure: pair.Second.First - pair.First.Last <= LongestGap);

    private static IEnumerable<Link> Renamed(IReadOnlyList<Atom> place)
    {
        var pairs = (from former in place
                     from later in place
                     where Reforms.ContainsKey((former.Organ.Key, later.Organ.Key)) && former.IsBefore(later)
                     select (Former: former, Later: later, IsRenamed: Reforms[(former.Organ.Key, later.Organ.Key)])).ToList();
        foreach (var (former, later, isRenamed) in pairs)
        {
            // What took up several is none of them; where only one is known, or an organ may have gone to one of several, a person is asked.
            var isOnly = pairs.Count(pair => pair.Later == later) == 1 && pairs.Count(pair => pair.Former == former) == 1;
            if (isRenamed || isOnly)
                yield return new Link(former, later, BodyEvidence.Reform, isRenamed && isOnly && later.First - former.Last <= LongestGap);
        }
    }

    private static IEnumerable<Link> Alike(IReadOnlyList<Atom> place) =>
        from former in place
        from later in place
        where former.Organ.Kind == later.Organ.Kind && former.IsBefore(later) && later.First - former.Last <= LongestGap && Likeness(former.Organ.Key, later.Organ.Key) >= Like
        select new Link(former, later, BodyEvidence.Likeness, IsSure: false);

    /// <summary>Dice's coefficient over pairs of characters, 0..1.</summary>
    private static double Likeness(string left, string right)
    {
        var (first, second) = (Pairs(left), Pairs(right));
        return 2.0 * first.Intersect(second).Count() / Math.Max(1, first.Count + second.Count);
    }

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];
}

/// <param name="IsSure">Whether the two are joined; else a person is asked.</param>
internal sealed record Link(Atom Left, Atom Right, string Evidence, bool IsSure);
