using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>
/// Links behind click handlers and javascript: addresses. The page's own functions are followed with their arguments; of unknown functions
/// an argument that is an address by itself is taken.
/// </summary>
internal sealed class HandlerLinks : ILinkFinder
{
    public IEnumerable<FoundLink> Find(PageView page)
    {
        foreach (var element in page.Elements.Anchors.Concat(page.Elements.Handlers))
        {
            var code = Code(element);
            if (code.Length == 0)
                continue;
            var name = ElementName.Of(element);
            foreach (var asked in Asked(page, code, name))
                yield return asked;
            foreach (var address in Addresses(page, code))
                if (page.Link(address, name, LinkKind.Page, "handler") is { } link)
                    yield return IsPager(name) ? link with { Kind = LinkKind.Continuation } : AnchorLinks.Sort(page, link);
        }
    }

    // An anchor that runs a script has no address of its own to compare with: a pager's word or number is enough.
    private static bool IsPager(string name) => PagerText.IsNext(name) || PagerText.IsNumberOrArrow(name);

    /// <summary>What runs when the element is clicked; empty for nothing.</summary>
    internal static string Code(HtmlNode element)
    {
        var href = element.GetAttributeValue("href", "").Trim();
        var onclick = element.GetAttributeValue("onclick", "");
        var ondblclick = element.GetAttributeValue("ondblclick", "");
        if (onclick.Length == 0 && ondblclick.Length == 0 && !href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            return "";
        var code = href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(href["javascript:".Length..]) : "";
        return HtmlEntity.DeEntitize($"{onclick};{ondblclick};{code}").Trim(';', ' ');
    }

    // A year, a body or a page whose handler asks a service for rows. A click on anything else may post what is none of our business.
    private static IEnumerable<FoundLink> Asked(PageView page, string code, string name) =>
        IsPager(name) || IsLetter(page, name) || ReportWords.IsYear(name) || ReportWords.NamesOneBody(name) || ReportWords.NamesReport(name) || ReportWords.NamesAnnual(name)
            ? page.Program.TargetsOf(code).Where(target => target.Use == ScriptUse.Request).Select(target => page.Request(target, name, "handler-request")).OfType<FoundLink>()
            : [];

    // Bodies by their first letter, on a page that is named for them.
    private static bool IsLetter(PageView page, string name) => name is [>= 'A' and <= 'Z'] && (ReportWords.NamesReport(page.Elements.Title) || ReportWords.NamesBodies(page.Elements.Title));

    private static List<string> Addresses(PageView page, string code)
    {
        var found = page.Program.TargetsOf(code).Where(target => target.Form is null).Select(target => target.Address).ToList();
        if (found.Count > 0)
            return found;
        return [.. ScriptTokens.Of(code).Where(token => token.Kind == ScriptTokenKind.Text).Select(token => AddressIn(token.Text)).OfType<string>()];
    }

    private static string? AddressIn(string argument)
    {
        if (IsAddress(argument))
            return argument;
        return argument.Length >= 12 && Base64Text.Decode(argument) is { } hidden && IsAddress(hidden) ? hidden : null;
    }

    private static bool IsAddress(string text) =>
        !text.Any(char.IsWhiteSpace) && (text.StartsWith('/') || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || Uri.TryCreate(new Uri("http://x/"), text, out var url) && (FileAddress.IsDocument(url) || IsPageName(url)));

    private static bool IsPageName(Uri url) =>
        url.AbsolutePath.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || url.AbsolutePath.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
        || url.AbsolutePath.EndsWith(".shtml", StringComparison.OrdinalIgnoreCase) || url.AbsolutePath.EndsWith(".jsp", StringComparison.OrdinalIgnoreCase)
        || url.AbsolutePath.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase);
}
