using System.Collections.Concurrent;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// What a browser has of the network while it shows one page: the crawl's own fetcher. robots.txt, pace, address checks and limits hold for every
/// request and every hop; hosts that are neither the source's nor its neighbours' are not asked.
/// </summary>
/// <param name="page">The page's answer, which is not asked for again.</param>
/// <param name="held">Text of a script file that the crawl has read; null when it has not.</param>
/// <param name="isNear">Whether an address may be asked for on behalf of the source.</param>
internal sealed class BrowserNetwork(PoliteClient web, Answered page, string? cookie, Func<Uri, string?> held, Func<Uri, bool> isNear) : IBrowserNetwork
{
    // A page's own scripts, their data and a few turned pages; a page that wants more is no list.
    private const int MostRequests = 60;

    private const int MostHops = 5;

    // Data and scripts of a page; a larger file is something else.
    private const int LargestAnswer = 4 << 20;

    private static readonly HashSet<string> OfTheWay = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection", "Keep-Alive", "Location", "Content-Security-Policy", "Strict-Transport-Security", "Alt-Svc", "Link", "Refresh", "Report-To", "NEL",
    };

    private readonly ConcurrentQueue<BrowserExchange> _exchanges = new();
    private int _requests;

    /// <summary>What was asked for, less the page itself.</summary>
    public IReadOnlyList<BrowserExchange> Exchanges => [.. _exchanges];

    /// <summary>Requests that were made.</summary>
    public int Requests => Math.Min(Volatile.Read(ref _requests), MostRequests);

    public async Task<BrowserAnswer?> Ask(BrowserRequest request, CancellationToken cancellation)
    {
        if (request.IsGet && SameAddress(request.Url, page.Url))
            return AnswerOf(page);
        if (request.IsGet && held(request.Url) is { } script)
            return new(request.Url, 200, [new("Content-Type", "text/javascript; charset=utf-8")], System.Text.Encoding.UTF8.GetBytes(script));
        if (!request.IsGet && request.Method != "POST")
            return null;
        var (url, body) = (request.Url, request.Body);
        for (var hop = 0; hop < MostHops; hop++)
        {
            if (!isNear(url) || Interlocked.Increment(ref _requests) > MostRequests || !(await web.Judge(url, cancellation)).IsAllowed)
                return null;
            switch (await web.Fetch(new() { Url = url, Form = body, Referrer = page.Url, Cookie = cookie, Headers = request.Headers, PrefixBytes = LargestAnswer }, cancellation))
            {
                case Redirected redirected:
                    (url, body) = (redirected.Target, redirected.Status is 307 or 308 ? body : null);
                    continue;
                case Answered { IsPrefix: false } answered:
                    var answer = AnswerOf(answered);
                    _exchanges.Enqueue(new(request, answer));
                    return answer;
                default:
                    return null;
            }
        }

        return null;
    }

    private static BrowserAnswer AnswerOf(Answered answer) =>
        new(answer.Url, answer.Status, [.. answer.Headers.Where(header => !OfTheWay.Contains(header.Key))], answer.Body);

    private static bool SameAddress(Uri one, Uri other) => one.GetLeftPart(UriPartial.Query) == other.GetLeftPart(UriPartial.Query);
}
