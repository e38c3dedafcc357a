using System.Data.Common;
using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Frontier;

/// <summary>Reads rows of crawl_urls.</summary>
internal static class UrlRow
{
    public const string Columns =
        "url_key, host, source, url, form, kind, score, traits, depth, barren, referrer, link_text, redirects, attempts, role, unchanged, etag, modified, snapshot, region, row_templates, ask_headers, counter";

    /// <summary>The row that the reader stands on, its columns as in <see cref="Columns"/>.</summary>
    public static KnownUrl Read(DbDataReader row) => new()
    {
        Key = row.GetInt64(0),
        Host = row.GetString(1),
        Source = row.GetString(2),
        Url = new Uri(row.GetString(3)),
        Form = Text(row, 4),
        Kind = (LinkKind)row.GetInt16(5),
        Score = row.GetInt16(6),
        Flags = (UrlFlags)row.GetInt16(7),
        Depth = row.GetInt16(8),
        UnproductiveHops = row.GetInt16(9),
        Referrer = Text(row, 10) is { } referrer ? new Uri(referrer) : null,
        LinkText = Text(row, 11) ?? "",
        Redirects = Text(row, 12) is { } redirects ? [.. redirects.Split('\n').Select(url => new Uri(url))] : [],
        Attempts = row.GetInt16(13),
        Role = (PageRole)row.GetInt16(14),
        Unchanged = row.GetInt16(15),
        ETag = Text(row, 16),
        Modified = Text(row, 17),
        Snapshot = Text(row, 18),
        Region = Text(row, 19),
        Rows = Text(row, 20),
        Headers = Text(row, 21),
        Counter = Text(row, 22),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
