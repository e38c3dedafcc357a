using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Alignment;

/// <summary>Recognises captions that say that numbers are not those of the year: 上年, 去年, 同比, 2022年 in a report on 2023, 上半年.</summary>
internal static partial class OtherYear
{
    // A caption is short; longer texts only mention last year.
    private const int LongestCaption = 40;

    /// <param name="reportYear">Year of the report; null when unknown, then years in digits tell nothing.</param>
    public static bool IsNamed(string caption, int? reportYear)
    {
        if (caption.Length > LongestCaption)
            return false;
        var plain = PlainText.Dense(caption);
        if (OfBrackets().IsMatch(plain))
            return false;
        var years = YearNumber().Matches(plain).Select(match => Number(match.Groups[1].Value)).ToList();
        return years.Count > 0 ? reportYear is { } year && years.All(named => named < year) : Named().IsMatch(plain);
    }

    /// <summary>Whether the lines right above a block are such a caption.</summary>
    /// <param name="index">Index in <paramref name="blocks"/> of the block.</param>
    public static bool IsCaptionAbove(IReadOnlyList<Block> blocks, int index, int? reportYear) =>
        index > 0 && blocks[index - 1] is TextBlock { IsBoilerplate: false } above && IsNamed(above.Text, reportYear);

    [GeneratedRegex(@"上年(?!度?结转)|上一?年度?(?!度|结转|项目)|去年|历年|往年|(?<!年度?)累[计計]|[上下]半年|季度|同比|同期|增幅|增减率", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    private static int Number(string year) => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : YearInWords.Number(year);

    // 括号内为上年数: a note about a part of each cell.
    [GeneratedRegex(@"括[号號弧]", RegexOptions.CultureInvariant)]
    private static partial Regex OfBrackets();

    [GeneratedRegex(@"(?<!\d)(20\d{2}|" + YearInWords.Pattern + ")年", RegexOptions.CultureInvariant)]
    private static partial Regex YearNumber();
}
