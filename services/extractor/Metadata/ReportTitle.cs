using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>The title of a document of a genre, taken apart.</summary>
/// <param name="Text">As printed, white space at the ends removed.</param>
/// <param name="Body">What names the publishing body in it, Simplified; null when it names none.</param>
/// <param name="Year">Year that it names; null when none.</param>
public sealed partial record ReportTitle(string Text, string? Body, int? Year)
{
    private const int LongestTitle = 70;

    private static readonly char[] Punctuation = [.. "《》\"“”-—·：:、,，()（）[]【】〔〕_|"];

    /// <summary>Takes a text apart as a title; null when it is none.</summary>
    public static ReportTitle? Of(string text, GenreTitles titles)
    {
        if (text.Length > 2 * LongestTitle)
            return Whole(text, titles);
        var behind = Menu().Matches(text).Select(menu => text[(menu.Index + menu.Length)..]).Where(rest => !Office().IsMatch(rest)).Select(rest => Whole(rest, titles));
        return behind.LastOrDefault(own => own is { Body: { } body, Year: not null } && PublicBody.IsName(body)) ?? Whole(text, titles);
    }

    private static ReportTitle? Whole(string text, GenreTitles titles)
    {
        var dense = WholeYear.Without(PlainText.Dense(text));
        if (dense.Length is < 6 or > LongestTitle || SentenceMark().IsMatch(dense) || !titles.Subject.IsMatch(dense))
            return null;
        if (Promulgated(dense) is { } promulgated)
            return Of(promulgated, titles);
        if (IsAboutReports(dense, titles))
            return null;
        return new ReportTitle(Quoted().Replace(Label().Replace(PlainText.Of(text), string.Empty), "$1").Trim(), BodyOf(dense, titles), YearOf(dense));
    }

    /// <summary>Title of what a notice publishes: 关于印发《石桥镇2023年政府信息公开工作年度报告》的通知 has the report below it. Null for other text.</summary>
    internal static string? Promulgated(string dense) => Promulgation().Match(dense) is { Success: true } notice ? notice.Groups["title"].Value : null;

    // 关于报送2023年…年度报告的通知 is about reports and is none.
    private static bool IsAboutReports(string dense, GenreTitles titles)
    {
        var subject = titles.Subject.Match(dense);
        return titles.Errand.IsMatch(dense[..subject.Index]) || titles.Aftermath.IsMatch(dense[(subject.Index + subject.Length)..]);
    }

    /// <summary>Year as 2022年, 2022年度 or 二〇二二年; null when the text names none between 2008 and 2100.</summary>
    public static int? YearOf(string dense)
    {
        var match = YearNumber().Match(dense);
        if (match.Success)
            return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        match = YearWords().Match(dense);
        return match.Success ? YearInWords.Number(match.Groups[1].Value) : null;
    }

    private static string? BodyOf(string dense, GenreTitles titles)
    {
        var name = Decoration().Replace(Label().Replace(dense, string.Empty), string.Empty);
        name = YearNumber().Replace(YearWords().Replace(name, string.Empty), string.Empty);
        var subject = titles.Subject.Match(name);
        name = Preposition().Replace(name[..subject.Index].Trim(Punctuation), string.Empty).Trim(Punctuation);
        name = SecondName().Replace(name, string.Empty);
        // 石桥镇年政府信息公开: the year has lost its number, or stands elsewhere.
        if (StuckYear().Match(name) is { Success: true } stuck && PublicBody.IsName(stuck.Groups[1].Value))
            name = stuck.Groups[1].Value;
        // 白泉镇政府信息公开: the word belongs to the subject; X人民政府信息公开: half of it belongs to the name.
        if (name.EndsWith("人民", StringComparison.Ordinal))
            name += "政府";
        return name.Length >= 2 && !Leftover().IsMatch(name) ? name : null;
    }

    [GeneratedRegex(@"[。；;！？!?]|^\d{1,2}[.、]|本报告|条例》", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceMark();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{0,30}关于(?:印发|公布|发布|公开)[《〈](?<title>[^《〈》〉]+)[》〉]的(?:通知|公告|公示|通告)$", RegexOptions.CultureInvariant)]
    private static partial Regex Promulgation();

    // 政府信息公开指南 石桥镇2023年…: what stands before a title on its line where a page's columns, or the parts of its name, are run together.
    [GeneratedRegex(@"(?:信息公开|首页)(?:(?:指南|目录|专栏|年报|制度|平台)\s*|\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Menu();

    // 政府信息公开 工作领导小组办公室: the word belongs to the body's name.
    [GeneratedRegex(@"^(?:工作|领导|管理|办公室|中心)", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    // As tables of metadata print it.
    [GeneratedRegex(@"^\s*(?:信息|文件|公文)?(?:标题|题名|名称)\s*[:：]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:[(（\[【《〈]?(?:图解|图文|一图读懂|图片版|文字版|公告|年报|更正版?|修订版?|正式版|附件\d{0,2})[)）\]】》〉:：]?)+|^[#*]+", RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();

    // What is left of a title without a name: 年度, 本机关.
    [GeneratedRegex(@"^(?:本?年度?|工作|政府|政务|本[机单]关?位?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^关于(?:公布|发布|印发|编制)?|(?:关于(?:公布|发布|印发|编制)?)?的?$|(?<=[府局委办室会厅])(?:年度|年)$", RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    // 民政局（老龄工作委员会办公室）: the first name is the body's, the one in brackets what else hangs at its door; 民政局（本级）.
    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF]{3})[(（][\u4E00-\u9FFF、]{2,}[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex SecondName();

    [GeneratedRegex(@"^(.+?)(?:年度|年)(?:关于)?$", RegexOptions.CultureInvariant)]
    private static partial Regex StuckYear();

    [GeneratedRegex(@"^[《“""](.*)[》”""]$", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<!\d)(20(?:0[89]|[1-9]\d))年?度?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearNumber();

    [GeneratedRegex("(" + YearInWords.Pattern + ")年度?", RegexOptions.CultureInvariant)]
    private static partial Regex YearWords();
}
