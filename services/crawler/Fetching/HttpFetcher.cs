using System.Net;
using System.Text;

namespace Pipeline.Crawler.Fetching;

/// <summary>
/// Fetches over HTTP/1.1 with connections kept open. No proxy, no cookies, no redirects, no trace headers: what goes out is what the order says,
/// and it goes to no address that the policy refuses.
/// </summary>
internal sealed class HttpFetcher : IFetcher, IDisposable
{
    // The body of a redirect is a sentence. Reading it keeps the connection open for the next request.
    private const int RedirectBody = 16 << 10;

    private readonly FetchOptions _options;
    private readonly AddressPolicy _policy;
    private readonly TimeProvider _clock;
    private readonly HttpRequestWriter _requests;
    private readonly HttpMessageInvoker _http;

    public HttpFetcher(FetchOptions options, AddressPolicy policy, TimeProvider clock)
    {
        _options = options;
        _policy = policy;
        _clock = clock;
        _requests = new HttpRequestWriter(options.UserAgent);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // A proxy would connect for us, to addresses that we could not judge.
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = new GuardedConnection(policy).Connect,
            PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new OnceOnlyStream(context.PlaintextStream)),
            ConnectTimeout = options.ConnectTime,
            MaxResponseHeadersLength = options.LargestHeaderKib,
            // A body given up is dropped with its connection: reading on would be a second request's worth of load.
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            // Names may come to mean other addresses: look them up again now and then.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        });
    }

    public async Task<FetchResponse> Fetch(FetchRequest order, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var deadline = new FetchDeadline(_options, _clock, cancellation);
        var visit = new FetchExchange(order, _clock.GetUtcNow(), deadline);
        if (_policy.Judge(order.Url).Refusal is { } refusal)
            return visit.Failed(FetchFailure.AddressRefused, refusal);
        try
        {
            using var request = _requests.Of(order);
            using var response = await _http.SendAsync(request, deadline.Token);
            visit.HeaderCame(response);
            return await Read(order, response, visit, deadline, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            return visit.OutOfTime();
        }
        catch (Exception error) when (FailureClassifier.Of(error, visit.Status > 0) is { } failure)
        {
            return visit.Failed(failure.Failure, failure.Reason);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FetchResponse> Read(FetchRequest order, HttpResponseMessage response, FetchExchange visit, FetchDeadline deadline, CancellationToken cancellation)
    {
        if (visit.Status is 301 or 302 or 303 or 307 or 308)
            return await ReadRedirect(response, visit, deadline, cancellation);
        if (visit.UnwantedMedia(_options.UnwantedMedia) is { } media)
            return visit.Failed(FetchFailure.MediaUnwanted, $"{media} never holds a report: its body was not read.");
        var encoding = visit.ContentEncoding;
        var keep = order.PrefixBytes ?? _options.LargestBody;
        var limit = encoding is null ? keep : _options.LargestBody;
        if (order.PrefixBytes is null && response.Content.Headers.ContentLength > limit)
            return visit.TooLarge(_options.LargestBody);
        using var body = new WireBody();
        await using var stream = await response.Content.ReadAsStreamAsync(deadline.Token);
        var isWhole = await body.Read(stream, limit, deadline);
        if (!isWhole && order.PrefixBytes is null)
            return visit.TooLarge(_options.LargestBody);
        var decoded = ContentDecoding.Decode(encoding, body.Bytes, keep, _options.LargestRatio);
        return decoded.Failure switch
        {
            null => visit.Answered(decoded.Bytes, body.Bytes.Length, isPrefix: false),
            FetchFailure.TooLarge when order.PrefixBytes is not null => visit.Answered(decoded.Bytes, body.Bytes.Length, isPrefix: true),
            FetchFailure.TooLarge => visit.TooLarge(_options.LargestBody),
            { } failure => visit.Undecoded(failure, encoding, body.Bytes.Length),
        };
    }

    private static async Task<FetchResponse> ReadRedirect(HttpResponseMessage response, FetchExchange visit, FetchDeadline deadline, CancellationToken cancellation)
    {
        try
        {
            using var body = new WireBody();
            await using var stream = await response.Content.ReadAsStreamAsync(deadline.Token);
            await body.Read(stream, RedirectBody, deadline);
        }
        catch (Exception error) when (error is IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The header said where to go; how the sentence below it ended matters only to the connection, which is gone now.
        }

        return visit.Redirected();
    }
}
