using Pipeline.Bodies.Regions;
using Pipeline.Contracts.Ports;
using Pipeline.Tests;

namespace Pipeline.Bodies.Tests;

/// <summary>The product's table of divisions, which lives in the extractor.</summary>
internal sealed class TableRegions : IRegionNames
{
    public static readonly TableRegions Names = new();

    public static readonly DivisionTable Table = DivisionTable.Of(Names);

    private readonly List<Region> _all =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "services", "extractor", "Metadata", "Divisions", "administrative-divisions.csv"))
            .Where(line => line.Length > 7 && line[0] != '#').Select(line => new Region(line[..6], line[7..])),
    ];

    public IReadOnlyList<Region> All => _all;

    public string? NameOf(string code) => _all.Find(region => region.Code == code)?.Name;

    public IReadOnlyList<Region> Below(string? code)
    {
        if (code is null)
            return [.. _all.Where(region => region.Code.EndsWith("0000", StringComparison.Ordinal))];
        if (!code.EndsWith("00", StringComparison.Ordinal))
            return [];
        var within = _all.Where(region => region.Code != code && DivisionTable.IsWithin(region.Code, code)).ToList();
        var prefectures = within.Where(region => region.Code.EndsWith("00", StringComparison.Ordinal)).ToList();
        return !code.EndsWith("0000", StringComparison.Ordinal) || prefectures.Count == 0 ? within
            : [.. prefectures, .. within.Where(region => !prefectures.Exists(prefecture => DivisionTable.IsWithin(region.Code, prefecture.Code)))];
    }
}
