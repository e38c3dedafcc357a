using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Scoring;

/// <summary>The words and path names by which sites announce the reports, in Simplified and Traditional characters.</summary>
internal static partial class ReportWords
{
    private static CrawlPatterns Crawl { get; } = FormCatalog.Current.DefaultGenre.Crawl;

    /// <summary>A report, or the column that lists them: 政府信息公开(工作)年度报告, 信息公开年报, 政务公开年报, ….</summary>
    public static bool NamesReport(string text) => Crawl.Report.IsMatch(text);

    /// <summary>年度报告 or 年报 without saying of what: on these sites mostly ours, but budgets and courts have them too.</summary>
    public static bool NamesAnnual(string text) => Crawl.Annual?.IsMatch(text) == true && Crawl.OtherAnnual?.IsMatch(text) != true;

    /// <summary>信息公开, 政务公开 and the columns around them, where the reports live.</summary>
    public static bool NamesDisclosure(string text) => Crawl.Column?.IsMatch(text) == true;

    /// <summary>A body that has to publish reports, or a list of bodies: 县政府办公室, 教育局, 部门之窗, 乡镇街道.</summary>
    public static bool NamesBody(string text) => NamesOneBody(text) || NamesBodies(text);

    /// <summary>A body: 县政府办公室, 教育局, 河湖镇.</summary>
    public static bool NamesOneBody(string text) => Body().IsMatch(text);

    /// <summary>A list of bodies: 部门之窗, 乡镇街道.</summary>
    public static bool NamesBodies(string text) => Bodies().IsMatch(text);

    /// <summary>Files and downloads.</summary>
    public static bool NamesAttachment(string text) => Attachment().IsMatch(text);

    /// <summary>A year alone, as year trees use it: 2023, 2023年, 二〇二三年度.</summary>
    public static bool IsYear(string text) => Year().IsMatch(text);

    /// <summary>Parts of the site that never lead to a report.</summary>
    public static bool NamesElsewhere(string text) => Elsewhere().IsMatch(text);

    /// <summary>zfxxgknb, gknb, ndbg, … in a path.</summary>
    public static bool InPath(string path) => Crawl.ReportPath?.IsMatch(path) == true;

    /// <summary>xxgk, zwgk, gkml, … in a path.</summary>
    public static bool DisclosureInPath(string path) => Crawl.ColumnPath?.IsMatch(path) == true;

    [GeneratedRegex(@"^.{2,16}(?:人民政府|政府办|办公室|办事处|委员会|[局厅])$|^.{1,10}[镇乡]$")]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?:各|市|县|区|直属|所属|政府)*(?:部门|单位|乡镇|镇街|街道|委办局|机构|直属机构)(?:之窗|网站|子站|频道|导航|信息|公开|专栏|目录|链接)?$")]
    private static partial Regex Bodies();

    [GeneratedRegex(@"附件|下[载載]|全文|pdf|docx?|扫描件", RegexOptions.IgnoreCase)]
    private static partial Regex Attachment();

    [GeneratedRegex(@"^\s*[\[【(（]?(?:(?:19|20)\d\d|" + YearInWords.Pattern + @")\s*年?度?[\]】)）]?\s*$")]
    private static partial Regex Year();

    [GeneratedRegex(@"登[录陆錄]|注册|[检檢]索|搜索|视频|視頻|直播|图片|新闻|要闻|动态|公示|招聘|人事|天气|地图|english|无障碍|邮箱|信箱|微博|微信|办事|投诉|留言|旅游|领导|会议|通知|公告", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
