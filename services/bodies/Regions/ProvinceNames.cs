using System.Collections.Frozen;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Regions;

/// <summary>The short names of the provinces, in Chinese and as English texts have them.</summary>
public static class ProvinceNames
{
    private static readonly FrozenDictionary<string, LocalizedText> Names = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["11"] = new("Beijing", "北京"), ["12"] = new("Tianjin", "天津"), ["13"] = new("Hebei", "河北"), ["14"] = new("Shanxi", "山西"), ["15"] = new("Inner Mongolia", "内蒙古"),
        ["21"] = new("Liaoning", "辽宁"), ["22"] = new("Jilin", "吉林"), ["23"] = new("Heilongjiang", "黑龙江"),
        ["31"] = new("Shanghai", "上海"), ["32"] = new("Jiangsu", "江苏"), ["33"] = new("Zhejiang", "浙江"), ["34"] = new("Anhui", "安徽"), ["35"] = new("Fujian", "福建"),
        ["36"] = new("Jiangxi", "江西"), ["37"] = new("Shandong", "山东"),
        ["41"] = new("Henan", "河南"), ["42"] = new("Hubei", "湖北"), ["43"] = new("Hunan", "湖南"), ["44"] = new("Guangdong", "广东"), ["45"] = new("Guangxi", "广西"), ["46"] = new("Hainan", "海南"),
        ["50"] = new("Chongqing", "重庆"), ["51"] = new("Sichuan", "四川"), ["52"] = new("Guizhou", "贵州"), ["53"] = new("Yunnan", "云南"), ["54"] = new("Tibet", "西藏"),
        ["61"] = new("Shaanxi", "陕西"), ["62"] = new("Gansu", "甘肃"), ["63"] = new("Qinghai", "青海"), ["64"] = new("Ningxia", "宁夏"), ["65"] = new("Xinjiang", "新疆"),
        ["71"] = new("Taiwan", "台湾"), ["81"] = new("Hong Kong", "香港"), ["82"] = new("Macao", "澳门"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="code">GB/T 2260 code of any division.</param>
    /// <returns>Null for the whole country and for codes that no province has.</returns>
    public static LocalizedText? Of(string? code) => code is { Length: >= 2 } ? Names.GetValueOrDefault(code[..2]) : null;
}
