using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Links;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>
/// The jpage data proxy: XML whose CDATA sections hold the rows as markup, in the page itself or as an answer of its own, even when labelled
/// text/html. Read by its brackets: an HTML parser swallows CDATA, and an XML parser stops at the first fault.
/// </summary>
internal sealed partial class DataStore : ILinkFinder
{
    // Every page is searched for it: prepared, the search is many times faster.
    private static readonly SearchValues<string> Opening = SearchValues.Create(["<datastore"], StringComparison.OrdinalIgnoreCase);

    public IEnumerable<FoundLink> Find(PageView page) => page.Html.AsSpan().ContainsAny(Opening) ? Read(page.Base, page.Html) : [];

    /// <summary>Whether the answer is such XML and not a page that holds some.</summary>
    public static bool Is(string text) =>
        text.AsSpan(0, Math.Min(text.Length, 500)).Contains("<datastore", StringComparison.OrdinalIgnoreCase) && !text.AsSpan(0, Math.Min(text.Length, 500)).Contains("<html", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<FoundLink> Read(Uri url, string text)
    {
        foreach (Match record in Record().Matches(text))
            foreach (var link in Fragment.Links(url, Content(record), "datastore"))
                yield return link;
        var groups = NextGroup().Matches(text).SelectMany(group => Fragment.Links(url, Content(group), "datastore-group")).ToList();
        foreach (var link in groups)
            yield return link with { Kind = LinkKind.Continuation };
        if (groups.Count == 0 && Following(url, text) is { } next)
            yield return new FoundLink(next, "", LinkKind.Continuation, "datastore-rows");
    }

    private static string Content(Match match) => match.Groups["cdata"].Success ? match.Groups["cdata"].Value : WebUtility.HtmlDecode(match.Groups["plain"].Value);

    // Where no next group is named, the counts say whether rows are missing.
    private static Uri? Following(Uri url, string text)
    {
        if (!Number(QueryFields.Value(url, "startrecord"), out var start) || !Number(QueryFields.Value(url, "endrecord"), out var end)
            || !Number(Total().Match(text).Groups[1].Value, out var total) || end >= total || end < start)
            return null;
        var next = QueryFields.With(url, "startrecord", (end + 1).ToString(CultureInfo.InvariantCulture));
        return QueryFields.With(next, "endrecord", (end + (end - start + 1)).ToString(CultureInfo.InvariantCulture));
    }

    private static bool Number(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"<record>\s*(?:<!\[CDATA\[(?<cdata>.*?)\]\]>|(?<plain>.*?))\s*</record>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Record();

    [GeneratedRegex(@"<nextgroup>\s*(?:<!\[CDATA\[(?<cdata>.*?)\]\]>|(?<plain>.*?))\s*</nextgroup>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex NextGroup();

    [GeneratedRegex(@"<totalrecord>\s*(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Total();
}
