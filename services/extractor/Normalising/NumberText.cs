using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Extractor.Normalising;

/// <summary>What a cell's text says as a number.</summary>
/// <param name="Kind">Blank covers the signs that mean "not stated", which are never zero.</param>
/// <param name="Value">
/// The number as printed, with its sign and decimals, in <see cref="Unit"/>; 万 and 亿 without 元 are multiplied out. Null unless
/// <paramref name="Kind"/> says number.
/// </param>
/// <param name="Decorated">Whether something but the digits stood there: unit, separator, footnote mark, explanation, another script.</param>
public readonly partial record struct NumberText(NumberKind Kind, decimal? Value, bool Decorated)
{
    // Any int can be written with so many.
    private const int MostPlainDigits = 9;

    // The ideographs that a number, or a word for none, can begin with.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("共计为净增新减下零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾无暂空没不未");

    // Longer texts are prose, which no other page repeats.
    private const int LongestKept = 110;

    private static readonly KnownTexts<NumberText> Known = new(Read);

    private static readonly NumberText Words = new(NumberKind.Text, null, false);

    /// <summary>The unit printed behind the number, such as 件, 元 or 万元; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether a sign is printed, also as a word (增加, 减少): a count has none.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether the notation is one that a person should look at: a circled number may be a footnote mark, a digit behind a nought too, a group of three digits a number of its own.</summary>
    public bool IsUnusual { get; init; }

    public bool IsNumber => Kind == NumberKind.Number;

    public bool IsBlank => Kind == NumberKind.Blank;

    public static NumberText Of(string raw)
    {
        return Plainest(raw) ?? (raw.Length <= LongestKept ? Known[raw] : Read(raw));
    }

    private static NumberText Read(string raw)
    {
        if (EnclosedNumbers.Of(raw.Trim()) is { } enclosed)
            return new NumberText(NumberKind.Number, enclosed, true) { IsUnusual = true };
        var digits = ScriptDigits.Fold(raw);
        // Numbers side by side are no number, nor are those below each other; groups of three on one line are.
        var isSpaced = NumbersApart().IsMatch(digits);
        if (Numerals.StandOnLines(digits) || (isSpaced && !SpacedThousands().IsMatch(digits)))
            return Words;
        var text = Plain(digits);
        // A mark alone is not "nothing stated".
        if (NotStated().IsMatch(text))
            return text.Length == 0 && FootnoteMark().IsMatch(digits) ? Words : new NumberText(NumberKind.Blank, null, text.Length > 0);
        var match = Number().Match(text);
        if (!match.Success || Parsed(match.Groups["number"].Value) is not { } value)
            return Words;
        var (unit, change) = (match.Groups["unit"].Value, match.Groups["change"].Value);
        return new NumberText(NumberKind.Number, value * (change.Contains('减', StringComparison.Ordinal) || change == "下降" ? -1 : 1) * (unit switch { "万" => 10_000, "亿" => 100_000_000, _ => 1 }), match.Groups["number"].Length != text.Length || digits != raw || !char.IsAscii(text[^1]))
        {
            Unit = unit.Length > 0 ? unit : null,
            IsUnusual = isSpaced || Ambiguous().IsMatch(match.Groups["number"].Value),
            IsSigned = change.Length > 0 || text.AsSpan(match.Groups["number"].Index, 1) is "+" or "-",
        };
    }

    // Most cells are empty, hold a few digits or a label, and need none of the patterns.
    private static NumberText? Plainest(string raw)
    {
        if (raw.Length == 0)
            return new NumberText(NumberKind.Blank, null, false);
        if (raw.Length <= MostPlainDigits && (raw.Length == 1 || raw[0] != '0') && raw.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            return new NumberText(NumberKind.Number, int.Parse(raw, CultureInfo.InvariantCulture), false);
        return Characters.IsIdeograph(raw[0]) && !Beginnings.Contains(SimplifiedCharacters.Fold(CompatibleCharacters.Fold(raw[0]))) ? Words : null;
    }

    private static decimal? Parsed(string number) => ChineseNumerals.Of(number) ?? (decimal.TryParse(
        number.Replace("，", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null);

    // Footnote marks go first: composing would make ① and ¹ digits of the number.
    private static string Plain(string raw)
    {
        var text = PlainText.Dense(FootnoteMark().Replace(raw, string.Empty));
        return string.Create(text.Length, text, static (plain, text) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = text[i] switch
                {
                    '－' or '−' or '–' or '﹣' or '‐' or '‑' or '‒' => '-',
                    '―' or '─' or '━' or '⸺' or '⸻' or '﹘' => '—',
                    '＋' => '+',
                    '．' or '﹒' => '.',
                    '／' or '∕' => '/',
                    '（' => '(',
                    '）' => ')',
                    var c => c,
                };
            }
        });
    }

    // 02 is a nought with a mark behind it as often as a two; 一 is typed for a dash, ○ for a mark; 2.000 may be two thousand. 23 107 may be two numbers.
    [GeneratedRegex(@"^[+-]?0[\d,，]|^一+$|○|\.000$", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"[0-9０-９]\s+[+-]?[0-9０-９]", RegexOptions.CultureInvariant)]
    private static partial Regex NumbersApart();

    [GeneratedRegex(@"^\s*[1-9]\d{0,2}(?:[ \u00A0\u2009\u202F]\d{3})+(?:\.\d+)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedThousands();

    [GeneratedRegex(@"[①-⓿❶-❿²³¹⁰-⁹₀-₉※*＊]|\[注?\d{0,2}\]|［\d{0,2}］", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"^(?:|[-—/\\_.。·…]+|无|暂无|空|没有|不适用|不涉及|未涉及|(?i:n/?a|nan|nil|null|none))$", RegexOptions.CultureInvariant)]
    private static partial Regex NotStated();

    // A number, perhaps grouped by thousands, then at most a unit and an explanation, in brackets or after a comma. 约, 余 and 多 make no number.
    [GeneratedRegex(@"^[共计为]?(?:(?<change>净?增加?|新增|净?减少?|下降)(?!\D*[+-]))?(?<number>[+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?|[零〇○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾]{1,12})(?<unit>件次|人次|万元|亿元|[万亿件个项条份宗次笔起元家类])?(?:人民币)?(?:\([^)约余多估]*\)|[,，;；]?(?:其中|包括)[^约余多估]*)?[。；;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>Kinds of cell text.</summary>
public enum NumberKind
{
    Text,
    Blank,
    Number,
}
