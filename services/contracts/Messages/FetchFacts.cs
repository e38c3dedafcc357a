namespace Pipeline.Contracts.Messages;

/// <summary>The facts of one fetch, kept beside its snapshot.</summary>
public sealed record FetchFacts
{
    public required Uri RequestedUrl { get; init; }

    /// <summary>Address that answered, after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    /// <summary>Start of the request, UTC.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>HTTP status; 0 when no answer arrived.</summary>
    public required int Status { get; init; }

    /// <summary>Response headers as sent, names as sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Addresses that redirected, in order, without the final one.</summary>
    public IReadOnlyList<Uri> RedirectChain { get; init; } = [];

    /// <summary>File name from Content-Disposition, decoded.</summary>
    public string? FileName { get; init; }

    /// <summary>Page whose link led here, and the text of that link.</summary>
    public Uri? Referrer { get; init; }

    public string? LinkText { get; init; }

    /// <summary>Value of the first header of that name, ignoring case; null when absent.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
