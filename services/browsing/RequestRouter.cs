using System.Collections.Concurrent;
using Microsoft.Playwright;
using Pipeline.Crawler.Browsing;

namespace Pipeline.Browsing;

/// <summary>Answers every request of a page from the crawl's network, and nothing from anywhere else.</summary>
internal sealed class RequestRouter(IBrowserContext context, IBrowserNetwork network, VisitLimits limits)
{
    // Sent by every browser with every request, or said anew by the crawl.
    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "accept", "accept-language", "accept-encoding", "accept-charset", "user-agent", "referer", "origin", "host", "connection", "content-length", "cookie", "cache-control", "pragma", "upgrade-insecure-requests",
        "purpose", "range", "te", "dnt", "priority", "if-none-match", "if-modified-since",
    };

    private readonly ConcurrentQueue<Uri> _navigations = new();
    private int _tries;
    private int _underWay;
    private long _lastAt = Environment.TickCount64;
    private bool _isOpen;

    /// <summary>Called when the page wants more than it may.</summary>
    public Action<string> OnExcess { get; set; } = _ => { };

    /// <summary>Whether a request of the crawl is under way.</summary>
    public bool IsWaiting => Volatile.Read(ref _underWay) > 0;

    /// <summary>Milliseconds since a request began or ended.</summary>
    public long Quiet => IsWaiting ? 0 : Environment.TickCount64 - Volatile.Read(ref _lastAt);

    /// <summary>Where the page wanted to go since it was asked last; it stays where it is.</summary>
    public Uri? TakeNavigation() => _navigations.TryDequeue(out var target) ? target : null;

    public async Task Handle(IRoute route)
    {
        try
        {
            if (Interlocked.Increment(ref _tries) > limits.Tries)
                OnExcess($"its scripts made more than {limits.Tries} requests");
            else if (await Answered(route))
                return;
            // A page that is only kept from leaving stays as it is; with any other error it would be replaced.
            await route.AbortAsync("aborted");
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException or OperationCanceledException)
        {
            // The page is gone, and with it who asked.
        }
    }

    private async Task<bool> Answered(IRoute route)
    {
        var request = route.Request;
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return false;
        switch (request.ResourceType)
        {
            case "stylesheet":
                // Nothing is drawn, but scripts wait for styles.
                await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "text/css", Body = "" });
                return true;
            case "document" when IsMain(request):
                if (!_isOpen)
                    break;
                if (request.Method == "GET" && _navigations.Count < limits.Rows * 2)
                    _navigations.Enqueue(url);
                return false;
            case "document" or "script" or "xhr" or "fetch":
                break;
            default:
                return false;
        }

        _isOpen = true;
        return await Ask(route, url);
    }

    private async Task<bool> Ask(IRoute route, Uri url)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            var request = route.Request;
            var body = request.PostData is { Length: > 0 } posted ? posted : request.Method == "POST" ? "" : null;
            if (await network.Ask(new BrowserRequest(url, request.Method, body, await Headers(request, url)), CancellationToken.None) is not { } answer)
                return false;
            await route.FulfillAsync(new RouteFulfillOptions { Status = answer.Status, Headers = Headers(answer, request), BodyBytes = answer.Body.ToArray() });
            return true;
        }
        finally
        {
            Volatile.Write(ref _lastAt, Environment.TickCount64);
            Interlocked.Decrement(ref _underWay);
        }
    }

    // What a script adds, and the cookies that it has set: without them its server may not know it.
    private async Task<string?> Headers(IRequest request, Uri url)
    {
        var lines = request.Headers.Where(header => !Usual.Contains(header.Key) && !header.Key.StartsWith("sec-", StringComparison.OrdinalIgnoreCase) && !IsUsualType(header))
            .Select(header => $"{header.Key}: {header.Value}").ToList();
        var cookies = await context.CookiesAsync([url.AbsoluteUri]);
        if (cookies.Count > 0)
            lines.Add($"Cookie: {string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"))}");
        return lines.Count == 0 ? null : string.Join('\n', lines.Where(line => !line.Any(char.IsControl)));
    }

    private static bool IsUsualType(KeyValuePair<string, string> header) =>
        header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)
        && (header.Value.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || header.Value.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Headers(BrowserAnswer answer, IRequest request)
    {
        var headers = answer.Headers.GroupBy(header => header.Key.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => string.Join(group.Key == "set-cookie" ? "\n" : ", ", group.Select(header => header.Value)), StringComparer.Ordinal);
        // The crawl asks without an origin, so that no server allows one.
        if (request.Headers.TryGetValue("origin", out var origin) && headers.TryAdd("access-control-allow-origin", origin))
            headers["access-control-allow-credentials"] = "true";
        return headers;
    }

    // A request of a window that has just been opened has no frame yet.
    private static bool IsMain(IRequest request)
    {
        try
        {
            return request.IsNavigationRequest && request.Frame.ParentFrame is null;
        }
        catch (PlaywrightException)
        {
            return true;
        }
    }
}
