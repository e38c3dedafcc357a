using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Browsing;

/// <summary>The crawler's browser. One page at a time is enough: most of a visit is waiting for the host's pace.</summary>
public sealed class ChromiumBrowser(BrowserInstallation installation, UserAgent userAgent, VisitLimits limits, ILogger<ChromiumBrowser> log) : IPageBrowser, IAsyncDisposable
{
    private readonly KeptChromium _chromium = new(installation, drawsPictures: false, Window(userAgent), limits.OwnTime, log);

    public string? Missing => installation.Missing;

    /// <summary>Process ids of the browser that runs; empty when none does.</summary>
    public IReadOnlyList<int> ProcessIds => _chromium.ProcessIds;

    public async Task<BrowsedPage> Open(Uri page, IBrowserNetwork network, BrowserGuide guide, CancellationToken cancellation)
    {
        if (Missing is { } missing)
            return new([], [], missing);
        return await _chromium.Visit(page.AbsoluteUri, Visit, reason => new BrowsedPage([], [], $"the browser failed: {reason}"), cancellation);

        async Task<(BrowsedPage, string?)> Visit(ConfinedPage confined, ChromiumProcess process)
        {
            await using var visit = new BrowserSession(confined, process, network, limits, cancellation);
            var shown = await visit.Make(page, guide, cancellation);
            return (shown, visit.Misbehaved ? shown.Trouble ?? "it went beyond its bounds" : null);
        }
    }

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();

    private static BrowserNewContextOptions Window(UserAgent userAgent) => new()
    {
        UserAgent = userAgent.ToString(),
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ServiceWorkers = ServiceWorkerPolicy.Block,
        AcceptDownloads = false,
        BypassCSP = true,
    };
}
