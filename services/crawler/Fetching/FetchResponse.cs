using System.Net;

namespace Pipeline.Crawler.Fetching;

/// <summary>What became of one request.</summary>
public abstract record FetchResponse
{
    /// <summary>Address as asked.</summary>
    public required Uri Url { get; init; }

    /// <summary>Start of the request, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until the response's header arrived, or until it failed before that.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>Until everything was read, or until it failed.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>HTTP status; 0 when no answer arrived.</summary>
    public int Status { get; init; }

    /// <summary>
    /// Response headers in order. Bytes beyond ASCII come as Latin-1 characters, one each, so that GBK or UTF-8 names can be recovered.
    /// Empty when no answer arrived.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Value of the first header of that name, ignoring case; null when absent.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }
}

/// <summary>A complete answer of any status but a redirect with a usable target; 304 included, with an empty body.</summary>
public sealed record Answered : FetchResponse
{
    /// <summary>
    /// The body after chunking and content encoding (gzip, deflate, br) are undone, else byte for byte as sent: these bytes are the snapshot.
    /// </summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Bytes of body as they travelled, before the content encoding was undone.</summary>
    public required long WireBytes { get; init; }

    /// <summary>Held from an earlier request of the same visit: nothing was asked for.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Only the first <see cref="FetchRequest.PrefixBytes"/> were kept of a longer body.</summary>
    public bool IsPrefix { get; init; }

    public bool IsNotModified => Status == (int)HttpStatusCode.NotModified;
}

/// <summary>301, 302, 303, 307 or 308 with a target. Its body is not kept.</summary>
internal sealed record Redirected : FetchResponse
{
    /// <summary>Absolute target of whatever scheme: judge it like any other address. Carries the fragment of the request where the Location has none.</summary>
    public required Uri Target { get; init; }
}

/// <summary>No usable answer. <see cref="FetchResponse.Status"/> and headers are there when the failure came after them.</summary>
internal sealed record Unanswered : FetchResponse
{
    public required FetchFailure Failure { get; init; }

    /// <summary>Whether no server was met: its name is not known, or nothing listens there.</summary>
    public bool IsNobodyThere => Failure is FetchFailure.NameUnknown or FetchFailure.NameLookupFailed or FetchFailure.ConnectFailed;

    /// <summary>One line for a person: what went wrong and, where it helps, what to do.</summary>
    public required string Reason { get; init; }
}
