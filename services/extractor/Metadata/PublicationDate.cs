using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>
/// When the report was published, as the head of its page says: labels are ranked by what they say, lines without one by where they stand.
/// The clock of a site, dates of news beside the report, of its statistics, of the last change and of a copy are none.
/// </summary>
internal static partial class PublicationDate
{
    // What is left of a byline without its dates and names: 来源, 字号, 浏览次数.
    private const int LongestRest = 8;

    // 政府信息公开年报 2023-01-20: a date behind a title of a list is none of the page's.
    private const string Ending = "(?:的?[时時][间間候]?|日期?|于|於|为|為|年月日)?$";

    private static readonly string[] Names = ["PubDate", "firstpublishedtime", "publishdate", "PublishTime", "article:published_time", "dc.date", "createDate", "pub_date"];

    /// <summary>Kinds of dates, the surest first.</summary>
    private enum Kind
    {
        Labelled,
        Dated,
        InByline,
        Written,
        Signed,
        Elsewhere,
        None,
    }

    /// <param name="lines">Lines of the head with what a table sets beside each other on one.</param>
    /// <param name="title">Index of the title among the lines; -1 where it is none of them.</param>
    /// <param name="signed">Date under the signature.</param>
    public static DateOnly? Of(ImmutableArray<MetadataEntry> metadata, ImmutableArray<TextBlock> lines, int title, DateOnly? signed)
    {
        var stated = Names.SelectMany(name => metadata.Where(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(entry => PrintedDate.First(entry.Value)).FirstOrDefault(date => date is not null);
        return stated ?? lines.SelectMany((line, i) => Dates(lines, i, title)).Append((Kind: Kind.Signed, Date: signed))
            .Where(found => found.Date is not null && found.Kind != Kind.None)
            .OrderBy(found => found.Kind).Select(found => found.Date).FirstOrDefault();
    }

    /// <summary>The date of a line at a signature; null where its label says that it is of a change, a print or another thing.</summary>
    internal static DateOnly? Signed(string text) =>
        Dated().Match(PrintedDate.Dense(text)).Groups["label"].Value is var label && Caption().IsMatch(label) && Others().IsMatch(label) ? null : PrintedDate.First(text);

    private static IEnumerable<(Kind Kind, DateOnly? Date)> Dates(ImmutableArray<TextBlock> lines, int index, int title)
    {
        var line = lines[index];
        // A label and its date may be elements of their own.
        var text = index > 0 && PrintedDate.IsAll(line.Text) && Label().IsMatch(PlainText.Dense(lines[index - 1].Text)) ? lines[index - 1].Text + line.Text : line.Text;
        if (text.Length > Byline.LongestLine || Byline.IsSentence(text))
            yield break;
        var dense = PrintedDate.Dense(text);
        foreach (Match match in Dated().Matches(dense))
        {
            var (date, isBelow) = (match.Groups["date"].Value, index > title && !line.IsBoilerplate);
            // The clock of a site names the day of the week; below the title it is the page's own date.
            var kind = match.Groups["weekday"].Length > 0 && !(isBelow && title >= 0) ? Kind.None : KindOf(match.Groups["label"].Value, match.Groups["behind"].Value);
            yield return (kind ?? (IsByline(dense) ? isBelow ? Kind.InByline : Kind.Elsewhere : Kind.None), PrintedDate.First(date) ?? (kind is null ? null : PrintedDate.OfDigits(date)));
        }
    }

    /// <returns>Null where no label says what the date is.</returns>
    private static Kind? KindOf(string label, string behind) =>
        behind.Length > 0 || Others().IsMatch(label) ? Kind.None
        : Written().IsMatch(label) ? Kind.Written
        : Published().IsMatch(label) ? Kind.Labelled
        : label is "日期" or "时间" ? Kind.Dated
        : null;

    private static bool IsByline(string dense) =>
        Rest().Replace(Dated().Replace(dense, "${label}"), string.Empty) is var rest && (rest.Length <= LongestRest || PublicBody.IsName(rest) || Byline.IsCaptioned(dense));

    // The label, the date with its time, and what makes it the end of a period or a clock.
    [GeneratedRegex(@"(?<label>[\u4E00-\u9FFF]{0,10}?)[】\]）)]?[：:]?[【\[（(]?(?<date>(?:(?:19|20)\d{2})(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}[日号]?|" + YearInWords.Pattern + @"年" + PrintedDate.Months + "月" + PrintedDate.Days + @"日|(?:19|20)\d{6}(?!\d))(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?(?:[+]\d{2}:\d{2})?)?[，,]?(?=(?<behind>[至到起止—~～])?(?<weekday>[(（]?(?:星期|周)[一二三四五六日])?)", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"更新|修改|采集|抓取|收录|归档|统计|截至|截止|有效|失效|废止|实施|施行|访问|打印|导出|下载|今天|今日|现在|当前|系统|[自至到从]$", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    // The name of a bureau of statistics before its date is no label.
    [GeneratedRegex(@"(?:时间|日期|期限)$", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"(?:成文|发文|制发|生成|印发|制作|创建|落款|编制|形成)" + Ending, RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?:发布|公开|公布|发表|刊发|上网|发稿|刊登)" + Ending, RegexOptions.CultureInvariant)]
    private static partial Regex Published();

    [GeneratedRegex(@"^[【\[]?[\u4E00-\u9FFF]{0,6}(?:时间|日期|发布于)[】\]]?[：:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\d\W_]+|[a-zA-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
