using System.Collections.Immutable;
using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Regions;

namespace Pipeline.Bodies.Resolving;

/// <summary>Tells which names are which bodies. Pure: the same mentions, decisions and file give the same bodies in the same order.</summary>
public static class BodyResolution
{
    /// <param name="declared">The user's own bodies; empty when there is no file.</param>
    public static Resolution Of(IReadOnlyList<Mention> mentions, DivisionTable divisions, IReadOnlyList<BodyDecision> decisions, IReadOnlyList<DeclaredBody> declared)
    {
        var atoms = Atoms.Of(mentions, divisions);
        var decided = Decided(mentions, atoms, decisions);
        var groups = new AtomGroups(atoms.Length, [.. decided.Where(pair => !pair.IsSame).Select(pair => (pair.Left, pair.Right))]);
        foreach (var (left, right, _) in decided.Where(pair => pair.IsSame))
            groups.Join(left, right, BodyEvidence.Decided);
        var owners = DeclaredNames.Owners(atoms, declared, divisions);
        foreach (var body in owners.Where(pair => pair.Owner is not null).GroupBy(pair => pair.Owner))
        {
            foreach (var (atom, _) in body)
                groups.Join(body.First().Atom, atom, BodyEvidence.Declared);
        }

        var links = atoms.GroupBy(atom => atom.Place, StringComparer.Ordinal).SelectMany(spot => Continuations.Of([.. spot])).ToList();
        foreach (var link in links.Where(link => link.IsSure))
            groups.Join(link.Left.Index, link.Right.Index, link.Evidence);

        var owner = owners.Where(pair => pair.Owner is not null).GroupBy(pair => groups.RootOf(pair.Atom)).ToDictionary(group => group.Key, group => group.First().Owner!);
        var bodies = Enumerable.Range(0, atoms.Length).GroupBy(groups.RootOf)
            .Select(group => (Root: group.Key, Body: BodyOf([.. group.Select(index => atoms[index])], groups.EvidenceOf(group.Key), mentions, owner.GetValueOrDefault(group.Key))))
            .OrderBy(pair => pair.Body.Key, StringComparer.Ordinal).ToList();
        var place = bodies.Select((pair, index) => (pair.Root, index)).ToDictionary(pair => pair.Root, pair => pair.index);
        var silent = declared.Except(owner.Values).Select(DeclaredNames.BodyOf);
        var questions = from link in links
                        let left = groups.RootOf(link.Left.Index)
                        let right = groups.RootOf(link.Right.Index)
                        where left != right && !decided.Exists(pair => !pair.IsSame && IsAbout(pair, left, right, groups))
                        select new BodyQuestion(place[left], place[right], link.Left.Mentions[0], link.Right.Mentions[0], BodyEvidence.ConfidenceOf(BodyEvidence.Likeness), link.Evidence);
        return new Resolution(Belonging.Of([.. bodies.Select(pair => pair.Body), .. silent], divisions, declared), [.. questions.DistinctBy(question => (question.Left, question.Right))]);
    }

    private static ResolvedBody BodyOf(ImmutableArray<Atom> atoms, IReadOnlyList<string> joined, IReadOnlyList<Mention> mentions, DeclaredBody? declared)
    {
        // The name of today is that of the latest reports; of several the fullest.
        var latest = atoms.OrderByDescending(atom => atom.Last).ThenBy(atom => atom.Key, StringComparer.Ordinal).First();
        var ids = atoms.SelectMany(atom => atom.Mentions).Order().ToImmutableArray();
        var name = latest.Mentions.Select(id => mentions[id]).OrderByDescending(mention => mention.Years[^1]).ThenByDescending(mention => mention.Key.Length).ThenBy(mention => mention.Key, StringComparer.Ordinal).First().Printed;
        var head = atoms.FirstOrDefault(atom => atom.Organ.Head is null) ?? latest;
        ImmutableArray<string> evidence = [.. atoms.SelectMany(atom => atom.Evidence).Concat(joined).Distinct().Order(StringComparer.Ordinal)];
        return new ResolvedBody(
            head.Key, declared?.Name ?? name, declared?.Kind ?? (atoms.Length > 1 && head.Organ.Head is null && latest.Organ.Head is not null ? head.Organ.Kind : latest.Organ.Kind),
            latest.Organ.IsVertical, declared?.Region ?? latest.Region, null, ids,
            [.. ids.Select(id => mentions[id].Site).Distinct().Order(StringComparer.Ordinal)], atoms.Min(atom => atom.First), atoms.Max(atom => atom.Last),
            evidence.Select(BodyEvidence.ConfidenceOf).Min(), evidence, declared?.From, declared?.To, declared?.Id);
    }

    private static List<(int Left, int Right, bool IsSame)> Decided(IReadOnlyList<Mention> mentions, ImmutableArray<Atom> atoms, IReadOnlyList<BodyDecision> decisions)
    {
        var places = atoms.SelectMany((atom, index) => atom.Mentions.Select(id => (mentions[id].Site, mentions[id].Key, index))).ToDictionary(one => (one.Site, one.Key), one => one.index);
        return
        [
            .. from decision in decisions
               where places.ContainsKey((decision.LeftSite, decision.LeftKey)) && places.ContainsKey((decision.RightSite, decision.RightKey))
               select (places[(decision.LeftSite, decision.LeftKey)], places[(decision.RightSite, decision.RightKey)], decision.IsSame),
        ];
    }

    private static bool IsAbout((int Left, int Right, bool IsSame) decision, int left, int right, AtomGroups groups) =>
        (groups.RootOf(decision.Left), groups.RootOf(decision.Right)) is var pair && (pair == (left, right) || pair == (right, left));
}
