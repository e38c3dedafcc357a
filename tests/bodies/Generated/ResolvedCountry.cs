using System.Collections.Immutable;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Resolving;

namespace Pipeline.Bodies.Tests.Generated;

/// <summary>What the resolution makes of the generated country, beside the truth.</summary>
internal sealed class ResolvedCountry
{
    private readonly List<int> _truth = [];

    public ResolvedCountry(GeneratedCountry country)
    {
        var mentions = new List<Mention>();
        // Two bodies of one name on one site would be no slip of the resolution.
        foreach (var name in country.Bodies.SelectMany(body => Enumerable.Range(body.First, body.Last - body.First + 1).Select(year => (body, year, body.On(year).Name, body.On(year).Site)))
            .GroupBy(one => (one.Site, one.Name, one.body.Number)).OrderBy(group => group.Key.Number))
        {
            mentions.Add(new Mention(name.Key.Site, NameKey.Of(name.Key.Name)!, name.Key.Name, null, [.. name.Select(one => one.year).Order()]));
            _truth.Add(name.Key.Number);
        }

        Mentions = mentions;
        Resolution = BodyResolution.Of(mentions, TableRegions.Table, [], []);
        var pieces = Resolution.Bodies.SelectMany(body => body.Mentions.Select(id => (_truth[id], body.Key))).GroupBy(pair => pair.Item1).ToDictionary(group => group.Key, group => group.Select(pair => pair.Key).Distinct().ToList());
        Merged = [.. Resolution.Bodies.Where(body => body.Mentions.Select(id => _truth[id]).Distinct().Count() > 1)];
        var spoilt = Merged.SelectMany(body => body.Mentions.Select(id => _truth[id])).ToHashSet();
        Split = [.. pieces.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key)];
        Right = country.Bodies.Count(body => !spoilt.Contains(body.Number) && pieces[body.Number].Count == 1);
    }

    public IReadOnlyList<Mention> Mentions { get; }

    public Resolution Resolution { get; }

    public int Right { get; }

    public ImmutableArray<ResolvedBody> Merged { get; }

    /// <summary>Numbers of bodies that became several.</summary>
    public ImmutableArray<int> Split { get; }

    public int TruthOf(ResolvedBody body) => _truth[body.Mentions[0]];
}
