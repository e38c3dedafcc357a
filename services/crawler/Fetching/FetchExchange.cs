namespace Pipeline.Crawler.Fetching;

/// <summary>The facts of one request while it runs; makes its answer.</summary>
internal sealed class FetchExchange(FetchRequest order, DateTimeOffset startedAt, FetchDeadline deadline)
{
    // What is registered, and undone or refused; all else names no encoding.
    private static readonly HashSet<string> Codings = new(StringComparer.OrdinalIgnoreCase)
    { "gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress", "exi", "pack200-gzip", "dcb", "dcz", "aes128gcm", "sdch" };

    private readonly List<KeyValuePair<string, string>> _headers = [];
    private TimeSpan? _latency;

    /// <summary>0 until the header came.</summary>
    public int Status { get; private set; }

    /// <summary>Null for a body that travelled as it is: also where the header says what is no encoding, such as <c>UTF-8</c> or <c>none</c>, which browsers pass over.</summary>
    public string? ContentEncoding => Header("Content-Encoding")?.Trim() is { Length: > 0 } coding && Codings.Contains(coding) ? coding : null;

    public void HeaderCame(HttpResponseMessage response)
    {
        _latency = deadline.Elapsed;
        Status = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated)
            foreach (var value in values)
                _headers.Add(new(name, value));
        foreach (var (name, values) in response.Content.Headers.NonValidated)
            foreach (var value in values)
                _headers.Add(new(name, value));
    }

    /// <summary>The media type, if a body of it is not wanted.</summary>
    public string? UnwantedMedia(IReadOnlyList<string> unwanted)
    {
        var media = Header("Content-Type")?.TrimStart();
        return media is not null && Status == 200 && unwanted.Any(start => media.StartsWith(start, StringComparison.OrdinalIgnoreCase)) ? media : null;
    }

    public FetchResponse Answered(ReadOnlyMemory<byte> body, long wireBytes, bool isPrefix) => new Answered
    {
        Url = order.Url, StartedAt = startedAt, Latency = Latency, Elapsed = deadline.Elapsed, Status = Status, Headers = _headers,
        Body = body, WireBytes = wireBytes, IsPrefix = isPrefix,
    };

    public FetchResponse Redirected() => RedirectTarget.Of(order.Url, Header("Location")) is { } target
        ? new Redirected { Url = order.Url, StartedAt = startedAt, Latency = Latency, Elapsed = deadline.Elapsed, Status = Status, Headers = _headers, Target = target }
        : Failed(FetchFailure.BadRedirect, Header("Location") is { } location ? $"Status {Status} redirects to '{location}', which is no address." : $"Status {Status} without a Location.");

    public FetchResponse Failed(FetchFailure failure, string reason) => new Unanswered
    {
        Url = order.Url, StartedAt = startedAt, Latency = Latency, Elapsed = deadline.Elapsed, Status = Status, Headers = _headers,
        Failure = failure, Reason = reason,
    };

    public FetchResponse OutOfTime() => Status > 0 && deadline.IsLastWait
        ? Failed(FetchFailure.TooSlow, $"The body was still coming after {deadline.Elapsed.TotalSeconds:0} s.")
        : Failed(FetchFailure.TimedOut, Status > 0 ? "The body stopped coming." : $"No answer within {deadline.Elapsed.TotalSeconds:0} s.");

    public FetchResponse TooLarge(int bound) => Failed(FetchFailure.TooLarge, $"The body exceeds {bound >> 20} MiB.");

    public FetchResponse Undecoded(FetchFailure failure, string? encoding, int wireBytes) => Failed(failure, failure switch
    {
        FetchFailure.DecompressionBomb => $"The body, {encoding}, unpacks beyond every honest ratio.",
        FetchFailure.Truncated => $"The body, {encoding}, ends after {wireBytes} bytes before its data do.",
        FetchFailure.EncodingUnknown => $"The body is encoded as '{encoding}', which was not asked for.",
        _ => $"The body is not {encoding} as its header says.",
    });

    private TimeSpan Latency => _latency ?? deadline.Elapsed;

    private string? Header(string name)
    {
        foreach (var (key, value) in _headers)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }
}
