using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Frontier;

/// <summary>How a list is asked for, as a visit that brought rows showed.</summary>
/// <param name="Request">The request for the list's first part: method, address, and what is posted.</param>
/// <param name="Counter">Name of the field that counts the parts; null when none does.</param>
/// <param name="Rows">Templates for rows that name no address, one a line; null for none.</param>
/// <param name="Links">Links that it brought.</param>
public sealed record ListRecipe(string Request, string? Counter, string? Rows, int Links)
{
    // Longer bodies hold state of the server's, which tells people nothing.
    private const int LongestBody = 300;

    /// <returns>Null for what is no first part of a list that a script asks for.</returns>
    public static ListRecipe? Of(KnownUrl url, int links)
    {
        var counter = ListCounter.Name(url.Url, url.Form);
        return links > 0 && url.Kind == Discovery.LinkKind.Continuation && (url.Form is not null || counter is not null) && ListCounter.Page(url.Url, url.Form) is null or 0 or 1
            ? new(Told(url.Url, url.Form), counter, url.Rows, links)
            : null;
    }

    /// <summary>A request in one line.</summary>
    public static string Told(Uri url, string? form) =>
        form is null ? $"GET {url}" : $"POST {url} {(form.Length <= LongestBody ? form : string.Concat(form.AsSpan(0, LongestBody), "…"))}";
}
