using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Reports;

/// <summary>Says what a page without statutory tables is: the reason that goes with it.</summary>
internal static partial class NonReport
{
    // A list of reports names many; a report names itself, and perhaps last year's.
    private const int FewestListed = 4;

    // Pages that decline programs show no text to speak of.
    private const int LongestChallenge = 120;

    /// <returns>Reason code and one line for a person.</returns>
    public static (string Reason, string Detail) Classify(SourceDocument document, ReportTitle? title, Genre genre)
    {
        var texts = document.Blocks.OfType<TextBlock>().Select(block => PlainText.Dense(block.Text)).Where(text => text.Length > 0).ToList();
        var head = PlainText.Dense(document.Title ?? string.Empty) + "\n" + string.Join('\n', texts.Take(12));
        var length = texts.Sum(text => text.Length);
        if (length <= LongestChallenge && Challenge().IsMatch(head))
            return (NonReportReasons.Challenge, "The page asks for a browser's script and shows no content; it is left alone.");
        if (length <= 600 && NotFound().IsMatch(head))
            return (NonReportReasons.NotFound, "The page says that the requested page does not exist.");
        if (length == 0)
            return (NonReportReasons.Empty, "The document shows no text.");
        if (!IsOwn(document, title) && Listed(document, title, texts).Count(text => ReportTitle.Of(text, genre.Titles) is not null) >= FewestListed)
            return (NonReportReasons.List, "The page lists reports; follow its links.");
        // A report cites the notice by which it was written.
        if (BlankForm.IsOpen(title) || Notice().IsMatch(title is null ? head : string.Join('\n', head.Split('\n').Where(line => !Cites().IsMatch(line)))))
            return (NonReportReasons.Notice, "The page is a notice about reports, or their blank form.");
        if (genre.NonReports.Guide?.IsMatch(head) == true)
            return (NonReportReasons.Guide, "The page is a guide to information disclosure.");
        if (title is not null && BlankForm.IsLookAlike(document, genre.Titles))
            return (NonReportReasons.BorrowedForm, "The page is titled as something else that borrows a report's name or form: figures of a part of a year, a plan, an exercise, how to fill it in.");
        if (title is not null && PressTitle.Is(title, genre.Titles))
            return (NonReportReasons.News, "The page tells that a report was published; follow its links.");
        if (title?.Year <= genre.NonReports.FormerUntil || texts.Count(text => genre.NonReports.FormerHeading?.IsMatch(text) == true) >= 2)
            return (NonReportReasons.BeforeTables, "The report is older than the statutory tables; there are no cells to read.");
        if (title is not null)
            return (NonReportReasons.NoTables, "The page is titled as a report, but its statutory tables are not on it as text.");
        return (NonReportReasons.Other, "The page holds none of the statutory tables.");
    }

    // The page of one report may show others below it, whose titles are as whole as its own.
    private static bool IsOwn(SourceDocument document, ReportTitle? title) =>
        title is { Body: not null, Year: not null } && document.Title?.Contains(title.Text, StringComparison.Ordinal) == true;

    // A column is titled without a body or a year; beside other text a table may hold what the site shows everywhere.
    private static IEnumerable<string> Listed(SourceDocument document, ReportTitle? title, List<string> texts) =>
        title is { Body: null } or { Year: null } ? texts.Concat(document.Blocks.OfType<GridBlock>().SelectMany(grid => grid.Cells).Select(cell => cell.Text)) : texts;

    /// <summary>What a report without tables says of itself; null for what is no report.</summary>
    public static ProseReport? Prose(string reason, ReportFacts facts) => facts.Title is { } title && reason is NonReportReasons.BeforeTables or NonReportReasons.NoTables
        ? new ProseReport { Title = title.Text, Authority = facts.Authority?.Name, RegionCode = facts.Region, Year = facts.Year, Sections = facts.Sections.Text }
        : null;

    [GeneratedRegex(@"[。，；].*|^根据|^按照|^依据", RegexOptions.CultureInvariant)]
    private static partial Regex Cites();

    [GeneratedRegex(@"JavaScript|请开启|刷新该页|安全验证|滑动验证|正在验证|访问验证|浏览器检查|Cookie", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Challenge();

    [GeneratedRegex(@"404|页面不存在|不存在或已被?删除|找不到(?:该|您)?.{0,6}页|页面已?(?:被)?(?:删除|失效)|无法找到|(?:内容|文章|信息|页面)(?:已下线|已撤[回销]|正在审核)|^暂无(?:相关)?(?:内容|数据|信息)[。！!]?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex NotFound();

    [GeneratedRegex(@"的通知|的函(?:\n|$)|参考模板|样表|填报说明", RegexOptions.CultureInvariant)]
    private static partial Regex Notice();
}
