using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>Rows that are one text, cut by signs of the site's own choice: <c>title|/nb/1.html|2024-01-20#title|…</c>, in a script or in a file of lines.</summary>
internal static partial class DelimitedRows
{
    /// <summary>Rule of its links.</summary>
    public const string Rule = "delimited-rows";

    // One address with words before it may be anything.
    private const int FewestRows = 2;

    private const int Shortest = 40;

    private const int ShortestTitle = 4;

    /// <summary>The rows of a text; empty where it is no list.</summary>
    /// <param name="page">What their addresses count from.</param>
    public static IReadOnlyList<FoundLink> Of(PageView page, string text)
    {
        if (text.Length < Shortest || text.AsSpan().ContainsAny('<', '{'))
            return [];
        var links = new List<FoundLink>();
        var title = "";
        foreach (var piece in Delimiters().Split(text).Select(piece => piece.Trim()))
            if (Address().IsMatch(piece))
            {
                if (title.Length > 0 && page.Link(piece, title, LinkKind.Page, Rule) is { } link)
                    links.Add(FileAddress.IsDocument(link.Url) ? link with { Kind = LinkKind.Attachment } : link);
                title = "";
            }
            else if (piece.Length is >= ShortestTitle and < 200 && title.Length == 0 && piece.Count(c => c is >= '\u4E00' and <= '\u9FFF') >= ShortestTitle)
                title = piece;
        return links.DistinctBy(link => link.Url).Count() >= FewestRows ? links : [];
    }

    [GeneratedRegex(@"[|,;#$^~@\t\r\n]+")]
    private static partial Regex Delimiters();

    [GeneratedRegex(@"^(?:https?://\S+|(?:\.{0,2}/)?[\w./%-]+\.(?:s?html?|jsp|aspx?|php|pdf|docx?|xlsx?)(?:\?\S*)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
