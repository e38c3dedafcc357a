namespace Pipeline.Extractor.Normalising;

/// <summary>Numbers written in Chinese: 十二, 一百零三, 二〇二四.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Null where the text is no such number, or not one that is written as it should be.</summary>
    public static decimal? Of(string text)
    {
        var plain = string.Concat(text.Select(c => c switch
        {
            '〇' or '○' => '零',
            '两' => '二',
            '拾' => '十',
            _ when "壹贰叁肆伍陆柒捌玖".IndexOf(c, StringComparison.Ordinal) is >= 0 and var place => Digits[place + 1],
            _ => c,
        }));
        if (plain.Length == 0)
            return null;
        return plain.All(c => Digits.Contains(c, StringComparison.Ordinal)) ? ByPlace(plain) : ByUnits(plain);
    }

    private static decimal? ByPlace(string text) => text.Length > 1 && text[0] == '零' ? null : text.Aggregate(0m, (value, c) => (value * 10) + Digits.IndexOf(c, StringComparison.Ordinal));

    // 千, 百 and 十 each once, from the left: one thousand and five is 一千零五.
    private static decimal? ByUnits(string text)
    {
        var (value, digit, above) = (0m, -1, 10_000);
        foreach (var c in text)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                var read = Digits.IndexOf(c, StringComparison.Ordinal);
                if (read < 0 || digit > 0)
                    return null;
                digit = read;
                continue;
            }

            if (unit >= above || digit == 0 || (digit < 0 && (unit != 10 || value > 0)))
                return null;
            (value, digit, above) = (value + (Math.Max(digit, 1) * unit), -1, unit);
        }

        return digit == 0 ? null : value + Math.Max(digit, 0);
    }
}
