using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>Dates as pages print them: 2022-01-20, 2022/1/20, 2022年1月20日, 二〇二二年一月二十日.</summary>
internal static partial class PrintedDate
{
    /// <summary>Months and days in words, for regular expressions.</summary>
    public const string Months = "[一二三四五六七八九十]{1,2}";
    public const string Days = "[一二三四五六七八九十廿卅]{1,3}";

    /// <summary>First date in the text; null when there is none.</summary>
    public static DateOnly? First(string text)
    {
        var plain = Dense(text);
        foreach (Match match in Digits().Matches(plain))
        {
            if (Date(Number(match, 1), Number(match, 2), Number(match, 3)) is { } date)
                return date;
        }

        var words = Words().Match(plain);
        return words.Success ? Date(YearInWords.Number(words.Groups[1].Value), Count(words.Groups[2].Value), Count(words.Groups[3].Value)) : null;
    }

    /// <summary>A date of eight digits, which only a label tells from other numbers; null when they are none.</summary>
    public static DateOnly? OfDigits(string text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Whether the text is a date and nothing else, as under a signature.</summary>
    public static bool IsAll(string text)
    {
        var plain = Dense(text);
        return plain.Length is > 0 and <= 16 && First(plain) is not null && Without(plain).Trim('日', '印', '发', '，', ',').Length == 0;
    }

    /// <summary>Without white space, and without the time behind a date, whose hour would else be digits of its day: 2022-1-2 8:03.</summary>
    public static string Dense(string text) => PlainText.Dense(Time().Replace(text, "，"));

    /// <summary>What is left of a text without white space when its dates are taken out.</summary>
    public static string Without(string dense) => Words().Replace(Digits().Replace(dense, string.Empty), string.Empty);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // 十 is ten alone, a tens mark between digits, and nothing but a sign behind one: 二十 is 20, 十二 is 12, 三十一 is 31. 廿 and 卅 are short for two of them.
    private static int Count(string words)
    {
        words = words.Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);
        var ten = words.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return YearInWords.Number(words);
        var tens = ten == 0 ? 1 : Digit(words[ten - 1]);
        return (tens * 10) + (ten + 1 < words.Length ? Digit(words[ten + 1]) : 0);
    }

    private static int Digit(char c) => YearInWords.Number($"{c}");

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?(?!\d{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<=\d[日号]?)\s+\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2}(?:\.\d+)?)?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex("([二一][一二三四五六七八九" + YearInWords.Zeros + "]{3})年(" + Months + ")月(" + Days + ")日", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
