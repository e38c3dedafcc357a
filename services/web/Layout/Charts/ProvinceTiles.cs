using System.Collections.Frozen;

namespace Pipeline.Web.Layout.Charts;

/// <summary>Where the tile of each province stands: its column and row, roughly as on a map.</summary>
internal static class ProvinceTiles
{
    public const int Columns = 9;
    public const int Rows = 8;

    /// <summary>By the first two digits of the code, with the short name.</summary>
    public static FrozenDictionary<string, (int Column, int Row, string Name)> Places { get; } = new Dictionary<string, (int, int, string)>(StringComparer.Ordinal)
    {
        ["23"] = (8, 0, "黑龙江"), ["15"] = (6, 1, "内蒙古"), ["22"] = (8, 1, "吉林"),
        ["65"] = (0, 2, "新疆"), ["62"] = (3, 2, "甘肃"), ["64"] = (4, 2, "宁夏"), ["14"] = (5, 2, "山西"), ["13"] = (6, 2, "河北"), ["11"] = (7, 2, "北京"), ["21"] = (8, 2, "辽宁"),
        ["63"] = (2, 3, "青海"), ["61"] = (4, 3, "陕西"), ["41"] = (5, 3, "河南"), ["37"] = (6, 3, "山东"), ["12"] = (7, 3, "天津"),
        ["54"] = (1, 4, "西藏"), ["51"] = (3, 4, "四川"), ["50"] = (4, 4, "重庆"), ["42"] = (5, 4, "湖北"), ["34"] = (6, 4, "安徽"), ["32"] = (7, 4, "江苏"),
        ["53"] = (3, 5, "云南"), ["52"] = (4, 5, "贵州"), ["43"] = (5, 5, "湖南"), ["36"] = (6, 5, "江西"), ["33"] = (7, 5, "浙江"), ["31"] = (8, 5, "上海"),
        ["45"] = (4, 6, "广西"), ["44"] = (5, 6, "广东"), ["35"] = (6, 6, "福建"), ["71"] = (8, 6, "台湾"),
        ["46"] = (4, 7, "海南"), ["82"] = (5, 7, "澳门"), ["81"] = (6, 7, "香港"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
