using System.Collections.Frozen;
using System.Collections.Immutable;
using Pipeline.Contracts.Ports;

namespace Pipeline.Extractor.Metadata.Divisions;

/// <summary>The table of divisions by which the extractor recognises bodies, for people to read.</summary>
internal sealed class RegionNames : IRegionNames
{
    private readonly ImmutableArray<Region> _all = [.. AdministrativeDivisions.All.Select(division => new Region(division.Code, division.Name)).Distinct().OrderBy(region => region.Code, StringComparer.Ordinal)];

    private readonly FrozenDictionary<string, string> _names;

    // What GB/T 2260 calls the counties of a province that belong to no prefecture together.
    private readonly ImmutableArray<Region> _direct;

    public RegionNames()
    {
        _direct = [.. _all.GroupBy(region => region.Code[..2]).SelectMany(Direct)];
        _names = _all.Concat(_direct).ToFrozenDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);
    }

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
        var prefectures = within.Where(IsPrefecture).ToImmutableArray();
        return prefectures.IsEmpty ? [.. within] : [.. prefectures.Concat(_direct.Where(region => region.Code.StartsWith(province[..2], StringComparison.Ordinal))).OrderBy(region => region.Code, StringComparer.Ordinal)];
    }

    private static IEnumerable<Region> Direct(IEnumerable<Region> province)
    {
        var within = province.Where(region => !region.Code.EndsWith("0000", StringComparison.Ordinal)).ToList();
        var prefectures = within.Where(IsPrefecture).Select(region => region.Code[..4]).ToHashSet(StringComparer.Ordinal);
        return prefectures.Count == 0
            ? []
            : within.Select(region => region.Code[..4]).Where(code => !prefectures.Contains(code)).Distinct(StringComparer.Ordinal).Select(code => new Region(code + "00", "直辖县级行政区划"));
    }

    private static bool IsPrefecture(Region region) => region.Code.EndsWith("00", StringComparison.Ordinal);
}
