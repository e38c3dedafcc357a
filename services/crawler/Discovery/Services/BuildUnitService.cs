using System.Buffers;
using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>
/// Columns whose rows come from a publishing service named in attributes: <c>url="/api-gateway/jpaas-publish-server/front/page/build/unit"
/// querydata="{'webId':'…','pageId':'…','parseType':'bulidstatic',…}"</c>. The answer is JSON with markup in it.
/// </summary>
internal sealed partial class BuildUnitService : ILinkFinder
{
    private static readonly SearchValues<string> Opening = SearchValues.Create(["querydata"], StringComparison.OrdinalIgnoreCase);

    public IEnumerable<FoundLink> Find(PageView page)
    {
        if (!page.Html.AsSpan().ContainsAny(Opening))
            yield break;
        foreach (Match match in Element().Matches(page.Html))
        {
            var address = Attribute("url").Match(match.Value);
            var data = Attribute("querydata").Match(match.Value);
            if (!address.Success || !data.Success)
                continue;
            var fields = Field().Matches(HtmlEntity.DeEntitize(data.Groups["value"].Value))
                .Select(field => new KeyValuePair<string, string>(field.Groups["name"].Value, Uri.EscapeDataString(field.Groups["value"].Value))).ToList();
            if (fields.Count == 0)
                continue;
            if (!fields.Any(field => field.Key == "paramJson"))
                fields.Add(new("paramJson", Uri.EscapeDataString("""{"pageNo":1,"pageSize":50}""")));
            if (page.Link(HtmlEntity.DeEntitize(address.Groups["value"].Value) + QueryFields.Join(fields), "", LinkKind.Continuation, "build-unit") is { } link)
                yield return link;
        }
    }

    private static Regex Attribute(string name) => name == "url" ? UrlAttribute() : QueryAttribute();

    [GeneratedRegex("<[a-z]+[^>]*\\bquerydata\\s*=[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Element();

    [GeneratedRegex("""\burl\s*=\s*(?<quote>["'])(?<value>.*?)\k<quote>""", RegexOptions.IgnoreCase)]
    private static partial Regex UrlAttribute();

    [GeneratedRegex("""\bquerydata\s*=\s*(?<quote>["'])(?<value>.*?)\k<quote>(?=[\s/>])""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex QueryAttribute();

    [GeneratedRegex("""["'](?<name>\w+)["']\s*:\s*["'](?<value>[^"']*)["']""")]
    private static partial Regex Field();
}
