using System.Collections.Frozen;
using System.Collections.Immutable;
using Pipeline.Contracts.Ports;

namespace Pipeline.Extractor.Metadata.Divisions;

/// <summary>The table of divisions by which the extractor recognises bodies, for people to read.</summary>
internal sealed class RegionNames : IRegionNames
{
    private readonly ImmutableArray<Region> _all = [.. AdministrativeDivisions.All.Select(division => new Region(division.Code, division.Name)).Distinct().OrderBy(region => region.Code, StringComparer.Ordinal)];

    private readonly FrozenDictionary<string, string> _names;

    public RegionNames() => _names = _all.ToFrozenDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);

    public IReadOnlyList<Region> All => _all;

    public string? NameOf(string code) => _names.GetValueOrDefault(code);

    public IReadOnlyList<Region> Below(string? code) => code switch
    {
        null => [.. _all.Where(region => region.Code.EndsWith("0000", StringComparison.Ordinal))],
        _ when code.EndsWith("0000", StringComparison.Ordinal) => Prefectures(code),
        _ when code.EndsWith("00", StringComparison.Ordinal) => [.. _all.Where(region => region.Code != code && region.Code.StartsWith(code[..4], StringComparison.Ordinal))],
        _ => [],
    };

    // A municipality such as 北京市 has no prefectures: its districts follow at once.
    private ImmutableArray<Region> Prefectures(string province)
    {
        var within = _all.Where(region => region.Code != province && region.Code.StartsWith(province[..2], StringComparison.Ordinal)).ToList();
        var prefectures = within.Where(region => region.Code.EndsWith("00", StringComparison.Ordinal)).ToImmutableArray();
        return prefectures.IsEmpty ? [.. within] : prefectures;
    }
}
