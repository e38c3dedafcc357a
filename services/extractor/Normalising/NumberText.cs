using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Extractor.Normalising;

/// <summary>What a cell's text says as a number.</summary>
/// <param name="Kind">Blank covers the signs that mean "not stated", which are never zero.</param>
/// <param name="Value">The number as printed, in the printed unit; null unless <paramref name="Kind"/> says number.</param>
/// <param name="Decorated">Whether something but the digits stood there: unit, separator, footnote mark, explanation.</param>
public readonly partial record struct NumberText(NumberKind Kind, decimal? Value, bool Decorated)
{
    public bool IsNumber => Kind == NumberKind.Number;

    public bool IsBlank => Kind == NumberKind.Blank;

    public static NumberText Of(string raw)
    {
        // Numbers side by side are no number; groups of three are.
        if (NumbersApart().IsMatch(raw) && !SpacedThousands().IsMatch(raw))
            return new NumberText(NumberKind.Text, null, false);
        var text = Plain(raw);
        if (NotStated().IsMatch(text))
            return new NumberText(NumberKind.Blank, null, text.Length > 0);
        var match = Number().Match(text);
        if (!match.Success || !TryParse(match.Groups["number"].Value, out var value))
            return new NumberText(NumberKind.Text, null, false);
        return new NumberText(NumberKind.Number, value, match.Groups["number"].Value.Length != text.Length);
    }

    private static bool TryParse(string number, out decimal value) => decimal.TryParse(
        number.Replace("，", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    // Footnote marks go first: composing would make ① and ¹ digits of the number.
    private static string Plain(string raw) => string.Concat(PlainText.Dense(FootnoteMark().Replace(raw, string.Empty)).Select(c => c switch
    {
        '－' or '−' or '–' or '﹣' or '‐' or '‑' => '-',
        '＋' => '+',
        '．' or '﹒' => '.',
        '／' or '∕' => '/',
        '（' => '(',
        '）' => ')',
        _ => c,
    }));

    [GeneratedRegex(@"[0-9０-９]\s+[+-]?[0-9０-９]", RegexOptions.CultureInvariant)]
    private static partial Regex NumbersApart();

    [GeneratedRegex(@"^\s*[1-9]\d{0,2}(?:\s\d{3})+(?:\.\d+)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedThousands();

    [GeneratedRegex(@"[①-⓿²³¹⁰-⁹₀-₉※*＊]|\[注?\d{0,2}\]|［\d{0,2}］", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"^(?:|[-—/\\_.。·…]+|无|暂无|空|没有|不适用|不涉及|未涉及|(?i:n/?a|nan|nil|null|none))$", RegexOptions.CultureInvariant)]
    private static partial Regex NotStated();

    // A number, perhaps grouped by thousands, then at most a unit and an explanation in brackets.
    [GeneratedRegex(@"^[约共计为]?(?<number>[+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)(?:件次|人次|万元|亿元|[件个项条份宗次笔起元家类])?(?:人民币)?(?:\([^)]*\))?[。；;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>Kinds of cell text.</summary>
public enum NumberKind
{
    Text,
    Blank,
    Number,
}
