using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Frontier;

/// <summary>A row of crawl_urls as the database gives it.</summary>
internal sealed class UrlRow
{
    /// <summary>The columns, named as the properties.</summary>
    public const string Columns =
        "url_key AS UrlKey, host AS Host, source AS Source, url AS Url, form AS Form, kind AS Kind, score AS Score, traits AS Traits, depth AS Depth, barren AS Barren, "
        + "referrer AS Referrer, link_text AS LinkText, redirects AS Redirects, attempts AS Attempts, role AS Role, unchanged AS Unchanged, "
        + "etag AS ETag, modified AS Modified, snapshot AS Snapshot, region AS Region";

    public long UrlKey { get; init; }

    public string Host { get; init; } = "";

    public string Source { get; init; } = "";

    public string Url { get; init; } = "";

    public string? Form { get; init; }

    public long Kind { get; init; }

    public long Score { get; init; }

    public long Traits { get; init; }

    public long Depth { get; init; }

    public long Barren { get; init; }

    public string? Referrer { get; init; }

    public string? LinkText { get; init; }

    public string? Redirects { get; init; }

    public long Attempts { get; init; }

    public long Role { get; init; }

    public long Unchanged { get; init; }

    public string? ETag { get; init; }

    public string? Modified { get; init; }

    public string? Snapshot { get; init; }

    public string? Region { get; init; }

    public KnownUrl ToKnownUrl() => new()
    {
        Key = UrlKey,
        Host = Host,
        Source = Source,
        Url = new Uri(Url),
        Form = Form,
        Kind = (LinkKind)Kind,
        Score = (int)Score,
        Traits = (Traits)Traits,
        Depth = (int)Depth,
        Barren = (int)Barren,
        Referrer = Referrer is null ? null : new Uri(Referrer),
        LinkText = LinkText ?? "",
        Redirects = Redirects is null ? [] : [.. Redirects.Split('\n').Select(url => new Uri(url))],
        Attempts = (int)Attempts,
        Role = (PageRole)Role,
        Unchanged = (int)Unchanged,
        ETag = ETag,
        Modified = Modified,
        Snapshot = Snapshot,
        Region = Region,
    };
}
