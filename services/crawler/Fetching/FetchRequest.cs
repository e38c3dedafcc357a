namespace Pipeline.Crawler.Fetching;

/// <summary>One request to make.</summary>
public sealed record FetchRequest
{
    /// <summary>Absolute address. One that the address policy refuses is answered with <see cref="FetchFailure.AddressRefused"/> and not requested.</summary>
    public required Uri Url { get; init; }

    /// <summary>ETag of the body already held, exactly as the server sent it (quotes and <c>W/</c> included).</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>Last-Modified of the body already held, exactly as the server sent it.</summary>
    public string? IfModifiedSince { get; init; }

    /// <summary>Page whose link led here.</summary>
    public Uri? Referrer { get; init; }

    /// <summary>
    /// Body to POST, which only list services need: fields encoded as <c>application/x-www-form-urlencoded</c>, or JSON where it begins with a brace or
    /// bracket. Null asks with GET.
    /// </summary>
    public string? Form { get; init; }

    /// <summary>Headers beside the usual ones, as <c>Name: value</c>, one a line, which only list services need; null for none. A Content-Type is that of the body.</summary>
    public string? Headers { get; init; }

    /// <summary>Value of the Cookie header; null sends none.</summary>
    public string? Cookie { get; init; }

    /// <summary>
    /// Bytes of decoded body to keep: reading stops there and the answer says <see cref="Answered.IsPrefix"/>, as robots.txt wants it.
    /// Null reads the whole body and treats one beyond the configured bound as a failure.
    /// </summary>
    public int? PrefixBytes { get; init; }
}
