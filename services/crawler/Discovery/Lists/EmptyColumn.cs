using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Paging;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>Tells a page that is named as a column of reports and shows none, or that is an application without its content, and which script files may hold its rows.</summary>
internal static partial class EmptyColumn
{
    // Names of libraries, which hold no list of anybody's.
    [GeneratedRegex(@"jquery|bootstrap|vue|react|angular|axios|layui|layer|swiper|slick|echarts|polyfill|vendor|chunk-|require|wdatepicker|share|qrcode|video|player|hm\.js|stat|slide|search", RegexOptions.IgnoreCase)]
    private static partial Regex Library();

    // A list stands in none of these, and a menu may.
    [GeneratedRegex("nav|menu", RegexOptions.IgnoreCase)]
    private static partial Regex Menu();

    [GeneratedRegex(@"(?:19|20)\d\d|" + YearInWords.Pattern)]
    private static partial Regex YearInName();

    // The shell of an application says its name, at most that it is loading or wants a newer browser.
    private const int LongestShell = 120;

    private const int MostLinksOfShell = 2;

    // 政府信息公开工作年度报告 and a word more; a sentence is longer.
    private const int LongestEntry = 16;

    // A page that lists bodies leads to their reports.
    private const int FewestBodies = 3;

    /// <summary>Whether a page named as a column of reports shows none of them, though scripts may.</summary>
    public static bool LacksRows(PageView page, IReadOnlyList<FoundLink> links) =>
        page.Elements.Scripts.Count > 0 && !links.Any(link => link.Kind != LinkKind.Continuation && IsRow(link))
        && links.Count(link => ReportWords.NamesBody(link.Text)) < FewestBodies;

    /// <summary>Whether a list of reports goes on beyond the rows that it shows, though scripts alone lead there.</summary>
    public static bool LacksParts(PageView page, IReadOnlyList<FoundLink> links) =>
        page.Elements.Scripts.Count > 0 && !links.Any(link => link.Kind == LinkKind.Continuation && link.Rule != PageCountPaging.Rule)
        && links.Count(link => link.Kind != LinkKind.Continuation && IsRow(link)) is > 0 and var rows && ListExtent.IsCut(page, rows);

    /// <summary>Whether a page is nothing without its scripts.</summary>
    public static bool IsShell(PageView page, IReadOnlyList<FoundLink> links) =>
        page.Elements.Scripts.Count > 0 && page.Elements.TextLength <= LongestShell && page.Elements.Frames.Count == 0
        && !links.Any(link => link.Kind != LinkKind.Continuation && IsRow(link))
        && links.Count(link => link.Kind is LinkKind.Page or LinkKind.Attachment) <= MostLinksOfShell;

    /// <summary>Whether a page about disclosure names the column of reports outside its links, as a menu whose entries a script opens: <c>&lt;li id="ch_8812"&gt;</c>.</summary>
    public static bool NamesColumn(PageView page, IReadOnlyList<FoundLink> links) =>
        page.Elements.Scripts.Count > 0 && ReportWords.NamesDisclosure(page.Elements.Title) && !links.Any(link => link.Kind != LinkKind.Continuation && (IsRow(link) || ReportWords.NamesReport(link.Text)))
        && page.Elements.OwnText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(line => line.Length <= LongestEntry && ReportWords.NamesReport(line));

    /// <summary>Script files to read; empty where the page shows rows, or says itself how they are asked for.</summary>
    /// <param name="links">What was found on it without them.</param>
    /// <param name="lacks">What it does not show.</param>
    public static IReadOnlyList<Uri> Scripts(PageView page, IReadOnlyList<FoundLink> links, RowLack lacks)
    {
        if (page.Elements.ScriptFiles.Count == 0 || lacks == RowLack.All && links.Any(IsRow) || lacks == RowLack.None && !LacksMenu(page, links))
            return [];
        var files = page.Elements.ScriptFiles.Select(file => page.Link(file, "", LinkKind.Page, "script-file")?.Url).OfType<Uri>()
            .Where(url => url.Authority == page.Url.Authority && !Library().IsMatch(url.Segments[^1])).Distinct();
        var folder = page.Url.AbsolutePath[..(page.Url.AbsolutePath.LastIndexOf('/') + 1)];
        // A menu of the page's own stands beside it; what all pages share is the site's.
        return [.. lacks == RowLack.None ? files.Where(url => folder.Length > 1 && url.AbsolutePath.StartsWith(folder, StringComparison.Ordinal)) : files.Where(url => !Menu().IsMatch(url.Segments[^1]))];
    }

    // A body's page, or one about disclosure, that leads to no column of reports: a script may write the menu that does.
    private static bool LacksMenu(PageView page, IReadOnlyList<FoundLink> links) =>
        (ReportWords.NamesDisclosure(page.Elements.Title) || ReportWords.NamesOneBody(page.Elements.Title))
        && !links.Any(link => IsRow(link) || ReportWords.NamesReport(link.Text) || ReportWords.NamesAnnual(link.Text));

    // That there is a next page says nothing of this one's rows.
    private static bool IsRow(FoundLink link) =>
        link.Kind == LinkKind.Continuation && link.Rule is not (RelNextLinks.Rule or AnchorLinks.NextRule or AnchorLinks.NumberRule) || FileAddress.IsDocument(link.Url)
        || (ReportWords.NamesReport(link.Text) || ReportWords.NamesAnnual(link.Text)) && YearInName().IsMatch(link.Text) || ReportWords.IsYear(link.Text);
}
