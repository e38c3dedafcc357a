namespace Pipeline.Crawler.Browsing;

/// <summary>A request that a page's script wants to make.</summary>
/// <param name="Method">GET or POST; others are refused.</param>
/// <param name="Body">What is posted; null for GET.</param>
/// <param name="Headers">Beside the usual ones, as <c>Name: value</c>, one a line; null for none. Cookies that a script has set are among them.</param>
public sealed record BrowserRequest(Uri Url, string Method, string? Body, string? Headers)
{
    public bool IsGet => Method == "GET";
}

/// <summary>What came.</summary>
/// <param name="Url">Address that answered.</param>
/// <param name="Headers">Of the answer, less those that say how it travelled.</param>
public sealed record BrowserAnswer(Uri Url, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    public string? ContentType => Headers.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>A request of a page and its answer.</summary>
public sealed record BrowserExchange(BrowserRequest Request, BrowserAnswer Answer);
