using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace Pipeline.Crawler.Frontier;

/// <summary>Remembers which pages led to reports, and what links to such pages are called: every site names its columns much like others do.</summary>
internal static partial class ReportWays
{
    // Longer ones are titles of articles, which no two sites share.
    private const int LongestName = 16;

    // Twelve clicks are the most that a source allows.
    private const int LongestWay = 12;

    /// <summary>A link's text as it is remembered: without blanks, numbers made signs. Null for what is no name of a column.</summary>
    public static string? NameOf(string text)
    {
        var name = Digits().Replace(Blanks().Replace(text, ""), "#");
        return name.Length is < 2 or > LongestName ? null : name;
    }

    /// <summary>Marks the pages on the way to a document. What was marked before ends the way: it was walked then.</summary>
    public static async Task Mark(KnownUrl document, DbConnection connection, DbTransaction transaction)
    {
        var at = document.Referrer;
        for (var step = 0; at is not null && step < LongestWay; step++)
        {
            var page = await connection.QueryFirstOrDefaultAsync<Row>(
                $"UPDATE crawl_urls SET traits = traits | {UrlFlags.LedToReports:D} WHERE url_key = @key AND (traits & {UrlFlags.LedToReports:D}) = 0 RETURNING referrer AS Referrer, link_text AS LinkText",
                new { key = UrlKey.Of(at) }, transaction);
            if (page is null)
                return;
            if (NameOf(page.LinkText ?? "") is { } name)
                await connection.ExecuteAsync("INSERT INTO crawl_ways (name, led) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET led = crawl_ways.led + 1", new { name }, transaction);
            at = page.Referrer is { } referrer ? new Uri(referrer) : null;
        }
    }

    /// <summary>Counts a visit that explored.</summary>
    public static async Task Tried(KnownUrl page, DbConnection connection, DbTransaction transaction)
    {
        if (NameOf(page.LinkText) is { } name)
            await connection.ExecuteAsync("INSERT INTO crawl_ways (name, tried) VALUES (@name, 1) ON CONFLICT (name) DO UPDATE SET tried = crawl_ways.tried + 1", new { name }, transaction);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    private sealed record Row
    {
        public string? Referrer { get; init; }

        public string? LinkText { get; init; }
    }
}
