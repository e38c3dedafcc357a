using Pipeline.Contracts.Ports;

namespace Pipeline.Web.Tests;

/// <summary>A country of two provinces, one of them with a county.</summary>
internal sealed class FewRegions : IRegionNames
{
    private static readonly Region[] Few = [new("130000", "河北省"), new("130500", "邢台市"), new("130534", "清河县"), new("330000", "浙江省")];

    public IReadOnlyList<Region> All => Few;

    public string? NameOf(string code) => Few.FirstOrDefault(region => region.Code == code)?.Name;

    public IReadOnlyList<Region> Below(string? code) => code switch
    {
        null => [Few[0], Few[3]],
        "130000" => [Few[1]],
        "130500" => [Few[2]],
        _ => [],
    };
}
