using Pipeline.Contracts.Ports;

namespace Pipeline.Web.Tests;

/// <summary>A country of two provinces, one of them with a county.</summary>
internal sealed class FewRegions : IRegionNames
{
    private static readonly Region[] All = [new("130000", "河北省"), new("130500", "邢台市"), new("130534", "清河县"), new("330000", "浙江省")];

    public string? NameOf(string code) => All.FirstOrDefault(region => region.Code == code)?.Name;

    public IReadOnlyList<Region> Below(string? code) => code switch
    {
        null => [All[0], All[3]],
        "130000" => [All[1]],
        "130500" => [All[2]],
        _ => [],
    };
}
