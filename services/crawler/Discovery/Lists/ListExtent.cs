using System.Globalization;
using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>What a list says of its own length, against what it shows.</summary>
internal static partial class ListExtent
{
    // The least that lists show at a time: a control for more stands below many shorter ones too, and does nothing.
    private const int FullPart = 10;

    // Totals count what is no report as well, such as a note about them.
    private const double Slack = 1.2;

    private static readonly HashSet<string> Controls = new(StringComparer.Ordinal) { "下一页", "下页", "下一頁", "后一页", "加载更多", "点击加载更多", "查看更多", "显示更多" };

    /// <summary>Whether the list goes on beyond what the page shows.</summary>
    /// <param name="rows">Rows that it shows.</param>
    public static bool IsCut(PageView page, int rows) =>
        PageCountPaging.Stated(page) >= 2 || page.Elements.Selects.Any(CountsPages) || SaysParts(page.Elements, rows) || CarriedRequests.Tabs(page).Skip(1).Any() || Total(page.Elements.Text) > (rows * Slack) + 1 || (rows >= FullPart && HasControl(page.Elements));

    // A choice of pages: 第1页, 第2页, …; rows on a page and years are numbers too.
    private static bool CountsPages(HtmlNode select) =>
        select.Descendants("option").Select(option => string.Concat(ElementName.Of(option).Where(char.IsAsciiDigit))).ToList() is { Count: > 1 } numbers
        && numbers.SequenceEqual(Enumerable.Range(1, numbers.Count).Select(number => number.ToString(CultureInfo.InvariantCulture)));

    // data-total="3" of what loads the rest: rows or parts, it is another number than that of the rows.
    private static bool SaysParts(PageElements elements, int rows) =>
        elements.Carriers.SelectMany(element => element.Attributes).Any(attribute => Parts().IsMatch(attribute.Name) && int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 && number != rows);

    private static int Total(string text) => TotalInWords().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    // With an address it would be a link like any other.
    private static bool HasControl(PageElements elements) =>
        elements.Anchors.Any(anchor => Controls.Contains(PageElements.Clean(anchor.InnerText)) && !Leads(anchor.GetAttributeValue("href", "")))
        || Controls.Any(control => elements.OwnText.Contains($" {control} ", StringComparison.Ordinal));

    private static bool Leads(string href) => href.Length > 0 && !(href[0] == '#' && href is not ['#', '/' or '!', ..]) && !href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^data-(?:total|pages|total-?pages?|page-?(?:count|total))$", RegexOptions.IgnoreCase)]
    private static partial Regex Parts();

    [GeneratedRegex(@"共(?:有|计)?\s*(\d{1,5})\s*[条條项項篇]|总(?:记录|条)?数\s*[:：]?\s*(?<1>\d{1,5})")]
    private static partial Regex TotalInWords();
}
