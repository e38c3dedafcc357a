namespace Pipeline.Crawler.Discovery;

/// <summary>One address that a page leads to.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Text">What the page calls it; empty when it has no name.</param>
/// <param name="Rule">Heuristic that found it, such as <c>anchor</c> or <c>static-suffix</c>.</param>
public sealed record FoundLink(Uri Url, string Text, LinkKind Kind, string Rule)
{
    /// <summary>Body to POST: form fields, or JSON where it begins with a brace or bracket; null asks with GET.</summary>
    public string? Form { get; init; }

    /// <summary>How rows of the answer that name no address lead to one: templates as <see cref="Lists.RowTemplate"/> has them, one a line; null when none was learned.</summary>
    public string? Rows { get; init; }

    /// <summary>Request headers that the list wants beside the usual ones, as <c>Name: value</c>, one a line; null for none.</summary>
    public string? Headers { get; init; }

    /// <summary>Name of the field that counts the list's parts, where none of the usual names tells; null else.</summary>
    public string? Counter { get; init; }

    /// <summary>Day stated beside the address (lastmod of a sitemap); null when none is.</summary>
    public string? Modified { get; init; }
}
