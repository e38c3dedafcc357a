namespace Pipeline.Text;

/// <summary>Years of this century as pages write them in words: 二〇二四, 二零二四, also with a letter or a digit for the circle.</summary>
public static class YearInWords
{
    /// <summary>What stands for nothing, for a class of characters.</summary>
    public const string Zeros = "〇○◯ＯO0零";

    /// <summary>For regular expressions.</summary>
    public const string Pattern = "二[" + Zeros + "][一二三四五六七八九" + Zeros + "]{2}";

    private const string Digits = "〇一二三四五六七八九";

    /// <param name="words">Digits in words alone.</param>
    public static int Number(string words) => words.Aggregate(0, (year, sign) => (year * 10) + Math.Max(0, Digits.IndexOf(sign, StringComparison.Ordinal)));
}
