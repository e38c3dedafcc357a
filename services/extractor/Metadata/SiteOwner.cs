using System.Text.RegularExpressions;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>The body that runs the site, as its name, the page's title or its foot say. Only a guess at who wrote the report: portals carry those of many bodies.</summary>
internal static partial class SiteOwner
{
    private static readonly string[] Names = ["SiteName", "og:site_name", "application-name"];

    /// <returns>A body's name; null when none of these says one.</returns>
    public static string? Of(SourceDocument document) => TitleParts(document)
        .Concat(document.Metadata.Where(entry => Names.Contains(entry.Name, StringComparer.OrdinalIgnoreCase)).Select(entry => entry.Value))
        .Concat(document.Blocks.OfType<TextBlock>().SelectMany(block => Host().Matches(PlainText.Of(block.Text)).Select(match => match.Groups[1].Value)))
        .Select(name => Site().Replace(PlainText.Dense(name), string.Empty))
        .FirstOrDefault(PublicBody.IsName);

    private static string[] TitleParts(SourceDocument document) => (document.Title ?? string.Empty).Split(['_', '|', '-', '—', '–', ' '], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"(?:主办单位|主办|主管单位|版权所有)[：:\s©]*([\u4E00-\u9FFF]{3,30})", RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"(?:官方|门户|政务)?(?:网站|官网|网)$", RegexOptions.CultureInvariant)]
    private static partial Regex Site();
}
