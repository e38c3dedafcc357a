using System.Text.RegularExpressions;
using Pipeline.Contracts.Reports;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>Names of administrative bodies: what looks like one, how a short one is completed, when one is a fuller form of another.</summary>
internal static partial class PublicBody
{
    private const int LongestName = 40;

    /// <summary>Whether the text is nothing but the name of a body.</summary>
    public static bool IsName(string text) => text.Length is >= 3 and <= LongestName && Name().IsMatch(text);

    /// <summary>The official name: a bare division (石桥镇, 新华街道) is completed to its government or office.</summary>
    public static string Complete(string name)
    {
        if (name.EndsWith("街道", StringComparison.Ordinal))
            return name + "办事处";
        if (BareDivision().IsMatch(name) && !name.EndsWith("开发区", StringComparison.Ordinal))
            return name + "人民政府";
        return name.EndsWith("区管委会", StringComparison.Ordinal) ? name.Replace("管委会", "管理委员会", StringComparison.Ordinal) : name;
    }

    /// <summary>Whether <paramref name="candidate"/> names the same body with its parent divisions before it: 阳溪县石桥镇人民政府 for 石桥镇人民政府.</summary>
    public static bool IsFuller(string candidate, string name) =>
        candidate.Length > name.Length && candidate.EndsWith(name, StringComparison.Ordinal) && Divisions().IsMatch(candidate[..^name.Length]);

    /// <summary>Administrative level that the name tells; null for names that do not tell it.</summary>
    public static AdministrativeLevel? LevelOf(string name)
    {
        if (Township().IsMatch(name))
            return AdministrativeLevel.Township;
        var divisions = DivisionWord().Matches(name).Select(match => match.Value).ToList();
        if (divisions.Count == 0)
            return name.StartsWith("国家", StringComparison.Ordinal) || name.StartsWith("中华人民共和国", StringComparison.Ordinal) ? AdministrativeLevel.National : null;
        return divisions[^1] switch
        {
            "省" or "自治区" => AdministrativeLevel.Province,
            "县" or "区" or "旗" => AdministrativeLevel.County,
            _ when Municipality().IsMatch(name) => AdministrativeLevel.Province,
            // A 市 below another 市 is a county-level one; alone it is taken for a prefecture, which most are.
            _ => divisions.Count(word => word == "市") > 1 ? AdministrativeLevel.County : AdministrativeLevel.Prefecture,
        };
    }

    /// <summary>The name of a body in a text that says more, such as a byline; null when there is none.</summary>
    public static string? Find(string text)
    {
        var match = Embedded().Match(PlainText.Dense(text));
        return match.Success && IsName(match.Value) ? match.Value : null;
    }

    private const string Ending = "人民政府(?:办公室|办公厅)?|街道办事处|办事处|管理委员会|管委会|委员会(?:办公室)?|办公室|办公厅|[局厅署院](?!\\w)|分局|总队|支队|大队|中心|总社|集团|公司|[县区市省州盟旗镇乡]|街道|委办|政府办|公所";

    [GeneratedRegex("^[\\u4E00-\\u9FFF·]{1,34}(?:" + Ending + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("[\\u4E00-\\u9FFF·]{2,30}?(?:人民政府(?:办公室|办公厅)?|街道办事处|管理委员会|委员会(?:办公室)?|[局厅]|办公室)(?![\\u4E00-\\u9FFF])", RegexOptions.CultureInvariant)]
    private static partial Regex Embedded();

    [GeneratedRegex("[\\u4E00-\\u9FFF](?:镇|乡|县|区|市|省|州|盟|旗|苏木)$", RegexOptions.CultureInvariant)]
    private static partial Regex BareDivision();

    [GeneratedRegex("^(?:[\\u4E00-\\u9FFF]{1,12}(?:省|自治区|市|自治州|州|地区|盟|县|自治县|区|旗|开发区|新区|镇|乡|街道))+(?:人民政府)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Divisions();

    [GeneratedRegex("(?:镇|乡|苏木)(?:人民政府|$)|街道(?:办事处|$)|公所$", RegexOptions.CultureInvariant)]
    private static partial Regex Township();

    [GeneratedRegex("自治区|[省市县区州盟旗]", RegexOptions.CultureInvariant)]
    private static partial Regex DivisionWord();

    [GeneratedRegex("^(?:北京|上海|天津|重庆)市[^县区]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Municipality();
}
