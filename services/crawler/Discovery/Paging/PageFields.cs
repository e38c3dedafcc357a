using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>The query fields with which list services count their pages.</summary>
internal static partial class PageFields
{
    /// <summary>Whether a field of this name holds a page number.</summary>
    public static bool IsPage(string name) => PageName().IsMatch(name);

    /// <summary>Whether a field of this name holds the number of rows to skip.</summary>
    public static bool IsOffset(string name) => OffsetName().IsMatch(name);

    /// <summary>Whether a field of this name holds the number of rows of a page.</summary>
    public static bool IsSize(string name) => SizeName().IsMatch(name);

    /// <summary>The same list's next page; null when the address does not count pages.</summary>
    /// <param name="rows">Rows that this page held: what an offset moves on by.</param>
    public static Uri? Next(Uri url, int rows)
    {
        foreach (var (name, value) in QueryFields.Of(url.Query))
        {
            var number = NumberIn(value);
            if (number is { } page && IsPage(name))
                return QueryFields.With(url, name, (page + 1).ToString(CultureInfo.InvariantCulture));
            if (number is { } offset && rows > 0 && IsOffset(name))
                return QueryFields.With(url, name, (offset + rows).ToString(CultureInfo.InvariantCulture));
        }

        return NextInJson(url);
    }

    /// <summary>Page number that the address names; null when it names none.</summary>
    public static int? Of(Uri url)
    {
        foreach (var (name, value) in QueryFields.Of(url.Query))
            if (IsPage(name) && NumberIn(value) is { } page)
                return page;
        return QueryFields.Of(url.Query).Select(field => JsonPage().Match(Uri.UnescapeDataString(field.Value))).FirstOrDefault(match => match.Success) is { } counted ? NumberIn(counted.Groups[2].Value) : null;
    }

    private static int? NumberIn(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;

    // paramJson={"pageNo":1,"pageSize":50}
    private static Uri? NextInJson(Uri url)
    {
        foreach (var (name, value) in QueryFields.Of(url.Query))
        {
            var json = Uri.UnescapeDataString(value);
            if (!json.StartsWith('{') || !JsonPage().IsMatch(json))
                continue;
            var next = JsonPage().Replace(json, match => $"{match.Groups[1].Value}{int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + 1}", 1);
            return QueryFields.With(url, name, next);
        }

        return null;
    }

    [GeneratedRegex("^_?(?:page|p|pn|pg|pageno|page_?num(?:ber)?|page_?index|page_?no|current_?page|curr?_?page|page_?current|cp|current|now_?page|page_?now|thispage|paged|pageid)$", RegexOptions.IgnoreCase)]
    private static partial Regex PageName();

    [GeneratedRegex("^_?(?:start|offset|from|skip|begin|startindex|start_?row)$", RegexOptions.IgnoreCase)]
    private static partial Regex OffsetName();

    [GeneratedRegex("^_?(?:rows?|limit|size|page_?size|per_?page|page_?rows)$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeName();

    [GeneratedRegex(@"(""(?:pageNo|page|pageNum|pageIndex|currentPage|currPage|pageNumber)""\s*:\s*""?)(\d{1,5})", RegexOptions.IgnoreCase)]
    private static partial Regex JsonPage();
}
