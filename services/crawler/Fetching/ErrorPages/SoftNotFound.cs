using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>
/// Status 200 (or 203), but the page says that there is no such page: in its title, or in its text when that is all it says. Prose that mentions missing pages is no
/// evidence, and neither is a page that is merely small.
/// </summary>
internal sealed partial class SoftNotFound : IErrorPageDetector
{
    // An error page with advice, a menu and a footer. Where the title says it, more may stand on the page.
    private const int MostTextByText = 400;

    public ErrorPage? Detect(PagePreview page)
    {
        if (page.Status is not (200 or 203) || !page.ReadsLessThan(ReadableText.Most))
            return null;
        if (Phrase().Match(page.Title) is { Success: true } title)
            return new(ErrorPageKind.SoftNotFound, "soft-not-found.title", $"Status {page.Status}, but the title says “{title.Value}”.");
        return page.ReadsLessThan(MostTextByText) && Phrase().Match(page.Text.Visible!) is { Success: true } text
            ? new(ErrorPageKind.SoftNotFound, "soft-not-found.text", $"Status {page.Status}, but the page says no more than “{text.Value}”.")
            : null;
    }

    // Matched against text without blanks. "信息不存在" and "文件已失效" by themselves are words of the trade:
    // the first is a statutory answer to applications, the second a note on repealed rules.
    [GeneratedRegex(
        "(页面|网页|栏目|链接|网址|地址|文章|稿件|资源)(已经?|可能)?(不存在|未找到|没找到|没有找到|无法找到|找不到|被删除|删除|失效|丢失|走丢|不见了|下线|撤)"
        + "|文件(不存在|未找到|找不到|没有找到)"
        + "|您(要|所|想|正在)?(访问|查看|浏览|请求|打开|查找)的?[^，。<]{0,8}(不存在|未找到|没有找到|找不到|无法找到|已?被?删除|已失效)"
        + "|(找不到|未找到|没有找到|无法找到|不存在)(该|此|这个?|您[^，。<]{0,10}的?|指定的?|请求的?|对应的?)?(页面|网页|文件|文章|栏目|资源|稿件)"
        + "|404[^0-9]{0,12}(错误|页面|notfound|error|未找到)|(错误|error)[^0-9]{0,4}404|^404$|^404[-_|—]|(page|file|resource|document)[^。]{0,20}(notfound|do(esno|n['’])texist)|^notfound$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
