using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Frontier;

/// <summary>How a list is asked for, as a visit that brought rows showed.</summary>
/// <param name="Request">The request for the list's first part: method, address, and what is posted.</param>
/// <param name="Counter">Name of the field that counts the parts; null when none does.</param>
/// <param name="Rows">Templates for rows that name no address, one a line; null for none.</param>
/// <param name="Links">Links that it brought.</param>
/// <param name="LearnedFrom">What showed it: the page's scripts or a browser.</param>
public sealed record ListRecipe(string Request, string? Counter, string? Rows, int Links, string LearnedFrom = ListRecipe.Scripts)
{
    public const string Scripts = "script";

    /// <summary>The page that taught it; null for the one that the request was found on.</summary>
    public Uri? Page { get; init; }

    public const string Browser = "browser";

    // Longer bodies hold state of the server's, which tells people nothing.
    private const int LongestBody = 300;

    /// <summary>A list that only a browser shows: no request of its scripts could be read.</summary>
    public static ListRecipe Shown(Uri page, int links) => new($"BROWSER {page}", null, null, links, Browser) { Page = page };

    /// <returns>Null for what is no first part of a list that a script asks for.</returns>
    public static ListRecipe? Of(KnownUrl url, int links)
    {
        var counter = ListCounter.Name(url.Url, url.Form, url.Counter);
        return links > 0 && url.Kind == Discovery.LinkKind.Continuation && IsFirstPart(url)
            ? new(Told(url.Url, url.Form), counter, url.Rows, links, url.Has(UrlFlags.ShownByBrowser) ? Browser : Scripts)
            : null;
    }

    /// <summary>Whether a request asks for the beginning of a list.</summary>
    public static bool IsFirstPart(KnownUrl url) => !(url.Counter is { } counter && ListCursor.IsName(counter)) && ListCounter.Page(url.Url, url.Form, url.Counter) is null or 0 or 1;

    /// <summary>A request in one line.</summary>
    public static string Told(Uri url, string? form) =>
        form is null ? $"GET {url}" : $"POST {url} {(form.Length <= LongestBody ? form : string.Concat(form.AsSpan(0, LongestBody), "…"))}";
}
