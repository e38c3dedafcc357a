using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>A web firewall's own page: with the status of a refusal, or with 200 and little text, it says that the visit was blocked as suspicious.</summary>
internal sealed partial class FirewallPage : IErrorPageDetector
{
    // A firewall's page with request number, address, time and advice.
    private const int MostText = 600;

    public ErrorPage? Detect(PagePreview page)
    {
        if (page.Status is not (200 or 202 or 400 or 403 or 405 or 412 or 418 or 429 or 493 or 503) || !page.ReadsLessThan(MostText))
            return null;
        var phrase = Phrase().Match(page.Title + "\n" + page.Text.Visible);
        return phrase.Success ? new(ErrorPageKind.Challenge, "challenge.firewall", $"Status {page.Status}, and the page says “{phrase.Value}”.") : null;
    }

    [GeneratedRegex(
        "访问(请求)?(已?被|遭到?)(拦截|阻断|拒绝|禁止|限制)|请求(已?被|遭到?)(拦截|阻断)|(疑似|可能(存在|为)|具有)[^。<]{0,12}(攻击|爬虫|威胁|机器人)|访问(行为)?(过于频繁|异常|存在异常)|(网站|应用)防火墙|创宇盾|云防御|安全狗|云锁|"
        + "requesthasbeenblocked|blockedbywaf|webapplicationfirewall",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
