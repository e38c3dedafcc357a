using System.Collections.Concurrent;
using System.Text;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>A site in memory. It gives ETags and answers conditional requests; a page may redirect, be missing, or fail first.</summary>
internal sealed class ScriptedSite : IFetcher
{
    private readonly ConcurrentDictionary<string, Func<FetchRequest, FetchResponse>> _pages = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Answers that said so.</summary>
    public int NotModified { get; private set; }

    /// <summary>Asked before every answer: a test kills the crawl here.</summary>
    public Action<string>? OnRequest { get; set; }

    /// <summary>Answers addresses that have no page; null is a 404.</summary>
    public Func<Uri, string?>? Otherwise { get; set; }

    public void Page(string path, string html) => _pages[path] = order => Answer(order, 200, Encoding.UTF8.GetBytes($"<html><head><meta charset=utf-8></head><body>{html}</body></html>"), "text/html");

    /// <summary>Answers what is posted; all else is a 404.</summary>
    public void Posted(string path, string form, string html) => _pages[path] = order =>
        order.Form == form ? Answer(order, 200, Encoding.UTF8.GetBytes($"<html><head><meta charset=utf-8></head><body>{html}</body></html>"), "text/html") : Answer(order, 404, [], "text/html");

    /// <summary>Answers the first request with the status alone.</summary>
    public void FailOnce(string path, int status, string html) => _pages[path] = order =>
    {
        Page(path, html);
        return Answer(order, status, [], "text/html");
    };

    public void Fail(string path, int status) => _pages[path] = order => Answer(order, status, [], "text/html");

    public void File(string path, string content) => _pages[path] = order => Answer(order, 200, Encoding.UTF8.GetBytes(content), "application/octet-stream");

    public void Picture(string path, byte[] content) => _pages[path] = order => Answer(order, 200, content, "image/png");

    public void Gone(string path) => _pages[path] = order => Answer(order, 404, [], "text/html");

    public void Redirect(string path, string target) => _pages[path] = order => new Redirected
    { Url = order.Url, StartedAt = DateTimeOffset.UtcNow, Latency = default, Elapsed = default, Status = 302, Target = new Uri(order.Url, target) };

    public async Task<FetchResponse> Fetch(FetchRequest order, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        var path = order.Url.Host == "www.x.gov.cn" ? order.Url.PathAndQuery : order.Url.AbsoluteUri;
        Requests.Enqueue(path);
        OnRequest?.Invoke(path);
        cancellation.ThrowIfCancellationRequested();
        if (_pages.TryGetValue(path, out var page))
            return page(order);
        return Otherwise?.Invoke(order.Url) is { } html ? Answer(order, 200, Encoding.UTF8.GetBytes(html), "text/html") : Answer(order, 404, [], "text/html");
    }

    private Answered Answer(FetchRequest order, int status, byte[] body, string type)
    {
        var etag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body).AsSpan(0, 8))}\"";
        var same = status == 200 && order.IfNoneMatch == etag;
        NotModified += same ? 1 : 0;
        return new Answered
        {
            Url = order.Url, StartedAt = DateTimeOffset.UtcNow, Latency = default, Elapsed = default, Status = same ? 304 : status,
            Headers = status == 200 ? [new("ETag", etag), new("Content-Type", type)] : [], Body = same ? ReadOnlyMemory<byte>.Empty : body, WireBytes = same ? 0 : body.Length,
        };
    }
}
