using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Pipeline.Bodies.Names;

/// <summary>What a body is within its division: its name without the division, abbreviations written out.</summary>
/// <param name="Key">What two spellings of one organ share.</param>
/// <param name="Head">Key of the organ whose office it is; null for what is no office of a government.</param>
/// <param name="IsVertical">Whether it belongs to a national body and not to the government of its place.</param>
public sealed partial record Organ(string Key, BodyKind Kind, string? Head, bool IsVertical)
{
    public const string Government = "人民政府";

    private static readonly FrozenDictionary<string, string> Written =
        TableFile.Rows("abbreviations.csv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <param name="rest">A name without its divisions, as <see cref="NameKey"/> gives it; empty for the division alone.</param>
    public static Organ Of(string rest)
    {
        var name = Remark().Replace(rest, string.Empty);
        if (name is "" or "政府")
            return new Organ(Government, BodyKind.Government, null, false);
        if (Office().Match(name) is { Success: true } office)
            return office.Groups["place"].Value is { Length: > 0 } place
                ? new Organ(place + "人民政府办公室", BodyKind.Township, place + Government, false)
                : new Organ("人民政府办公室", BodyKind.Government, Government, false);
        // 人民政府五马街道办事处, 人民政府国有资产监督管理委员会.
        if (name.Length > Government.Length && name.StartsWith(Government, StringComparison.Ordinal))
            name = name[Government.Length..];
        name = WrittenOut(name);
        return new Organ(KeyOf(name), KindOf(name), null, Vertical().IsMatch(name));
    }

    /// <summary>The name of a township or sub-district without what it is: 石桥 of 石桥乡, 石桥镇 and 石桥街道. Null for other organs.</summary>
    public string? TownshipStem => Township().Match(Key) is { Success: true } match ? match.Groups["stem"].Value : null;

    private static string WrittenOut(string name)
    {
        if (name.EndsWith("街道", StringComparison.Ordinal))
            return name + "办事处";
        if (name.EndsWith("街道办", StringComparison.Ordinal))
            return name + "事处";
        if (BareTownship().IsMatch(name))
            return name + Government;
        if (name.EndsWith("政府", StringComparison.Ordinal) && !name.EndsWith(Government, StringComparison.Ordinal))
            return name[..^2] + Government;
        if (name.EndsWith("管委会", StringComparison.Ordinal))
            return name[..^3] + "管理委员会";
        return Written.GetValueOrDefault(name, name);
    }

    // 发展和改革局 and 发展改革局 are one; 和平街道 keeps its name.
    private static string KeyOf(string name) => DepartmentEnding().IsMatch(name) && !Township().IsMatch(name) ? name[..1] + Joints().Replace(name[1..], string.Empty) : name;

    private static BodyKind KindOf(string name) =>
        name == Government ? BodyKind.Government
        : name.EndsWith("街道办事处", StringComparison.Ordinal) ? BodyKind.Subdistrict
        : Township().IsMatch(name) ? BodyKind.Township
        : Vertical().IsMatch(name) || AgencyEnding().IsMatch(name) ? BodyKind.Agency
        : BodyKind.Department;

    [GeneratedRegex(@"\([^()]*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex("^(?<place>.{1,8}(?:镇|乡|苏木))?(?:人民)?政府(?:党政)?办(?:公室|公厅)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex("^(?<stem>.{1,10}?)(?:(?:民族)?[镇乡]|苏木|街道)(?:人民政府|办事处)$", RegexOptions.CultureInvariant)]
    private static partial Regex Township();

    [GeneratedRegex("^.{1,8}(?:镇|乡|苏木)$", RegexOptions.CultureInvariant)]
    private static partial Regex BareTownship();

    [GeneratedRegex("(?:局|厅|委|委员会|办公室)$", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentEnding();

    [GeneratedRegex("[和与及、·]", RegexOptions.CultureInvariant)]
    private static partial Regex Joints();

    [GeneratedRegex("^(?:国家|中华人民共和国|中国)|(?:税务局|气象局|海关|海事局|邮政管理局|烟草专卖局|消防救援支队|消防救援大队)$", RegexOptions.CultureInvariant)]
    private static partial Regex Vertical();

    [GeneratedRegex("(?:管理委员会|中心|集团|公司|学院|学校|大学|医院|总队|支队|大队|研究院|事务所)$", RegexOptions.CultureInvariant)]
    private static partial Regex AgencyEnding();
}
