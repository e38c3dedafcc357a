using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>
/// Pages that only send their visitor on: by meta refresh, or by a script in a page that says next to nothing. A refresh of the page itself is none.
/// </summary>
internal sealed partial class StubRedirect : ILinkFinder
{
    // "正在跳转，请稍候…" and the like; a page that says more is a page, and its script may not run for everyone.
    private const int LongestStub = 120;

    // Longer pauses are for pages that reload themselves.
    private const int LongestPause = 15;

    public IEnumerable<FoundLink> Find(PageView page) =>
        Refreshes(page).Concat(page.Elements.TextLength <= LongestStub ? Scripted(page) : []).Where(link => link.Url != page.Url);

    private static IEnumerable<FoundLink> Refreshes(PageView page)
    {
        foreach (var meta in page.Elements.Metas)
        {
            if (!"refresh".Equals(meta.GetAttributeValue("http-equiv", "").Trim(), StringComparison.OrdinalIgnoreCase))
                continue;
            var match = Refresh().Match(HtmlEntity.DeEntitize(meta.GetAttributeValue("content", "")));
            if (match.Success && double.Parse(match.Groups["pause"].Value, System.Globalization.CultureInfo.InvariantCulture) <= LongestPause
                && page.Link(match.Groups["url"].Value, "", LinkKind.Redirect, "meta-refresh") is { } link)
                yield return link;
        }
    }

    private static IEnumerable<FoundLink> Scripted(PageView page)
    {
        var onload = page.Elements.Handlers.Concat(page.Elements.Metas).Select(node => node.GetAttributeValue("onload", "")).Where(code => code.Length > 0);
        foreach (var target in page.Program.Targets().Concat(onload.SelectMany(code => page.Program.TargetsOf(code))))
            if (target.Use is ScriptUse.Navigate or ScriptUse.Open && page.Link(target.Address, "", LinkKind.Redirect, "script-redirect") is { } link)
            {
                yield return link;
                yield break;
            }
    }

    [GeneratedRegex(@"^\s*(?<pause>\d{1,4}(?:\.\d+)?)\s*[;,]?\s*url\s*=\s*['""]?(?<url>[^'""\s>]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Refresh();
}
