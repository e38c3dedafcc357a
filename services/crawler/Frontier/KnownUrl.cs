using System.Security.Cryptography;
using System.Text;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Frontier;

/// <summary>An address to visit, with what earlier visits taught.</summary>
public sealed record KnownUrl
{
    // Longer forms hold the state of a page.
    private const int LongestName = 200;

    public required long Key { get; init; }

    /// <summary>As <c>HostName.Of</c> gives it.</summary>
    public required string Host { get; init; }

    public required string Source { get; init; }

    public required Uri Url { get; init; }

    /// <summary>Body to POST, as <see cref="FoundLink.Form"/> has it; null asks with GET.</summary>
    public string? Form { get; init; }

    /// <summary>Templates for rows of the answer that name no address, as <see cref="FoundLink.Rows"/> has them.</summary>
    public string? Rows { get; init; }

    /// <summary>Request headers beside the usual ones, as <see cref="FoundLink.Headers"/> has them.</summary>
    public string? Headers { get; init; }

    /// <summary>What counts the parts of the list, as <see cref="FoundLink.Counter"/> has it.</summary>
    public string? Counter { get; init; }

    public required LinkKind Kind { get; init; }

    /// <summary>Place in the queue of its host, 0..100.</summary>
    public required int Score { get; init; }

    public required UrlFlags Flags { get; init; }

    /// <summary>Clicks from a start address.</summary>
    public required int Depth { get; init; }

    /// <summary>Pages on the way here, the last ones in a row, that brought nothing new.</summary>
    public required int UnproductiveHops { get; init; }

    public Uri? Referrer { get; init; }

    public string LinkText { get; init; } = "";

    /// <summary>Addresses that redirected here, in order.</summary>
    public IReadOnlyList<Uri> Redirects { get; init; } = [];

    /// <summary>Failed attempts in this crawl.</summary>
    public int Attempts { get; init; }

    public PageRole Role { get; init; }

    /// <summary>Visits in a row, the last ones, that found it unchanged.</summary>
    public int Unchanged { get; init; }

    public string? ETag { get; init; }

    public string? Modified { get; init; }

    /// <summary>Hash of the body held; null when there is none.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Hash of the content region of the body held.</summary>
    public string? Region { get; init; }

    /// <summary>A start address of a source.</summary>
    public static KnownUrl Seed(Uri start, string source) => new()
    {
        Key = UrlKey.Of(start),
        Host = HostName.Of(start),
        Source = source,
        Url = CanonicalUrl.Of(start),
        Kind = LinkKind.Page,
        Score = 100,
        Flags = UrlFlags.Seed,
        Depth = 0,
        UnproductiveHops = 0,
    };

    /// <summary>What tells it from other documents: its address, and behind a hash sign what is posted there. A form that gives files has one address for all of them.</summary>
    public string Name => Form is null ? Url.AbsoluteUri : $"{Url.GetLeftPart(UriPartial.Query)}#{(Form.Length <= LongestName && !Form.AsSpan().ContainsAny('{', '"') ? Form : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Form)).AsSpan(0, 8)))}";

    /// <summary>Whether any of these holds.</summary>
    public bool Has(UrlFlags flags) => (Flags & flags) != 0;
}
