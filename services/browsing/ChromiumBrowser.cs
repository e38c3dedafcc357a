using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Browsing;

/// <summary>
/// One Chromium for the whole process, started at the first page that needs it. One page at a time: most of a visit is waiting for the host's pace. When a
/// page makes it misbehave it is killed, and the next page gets a new one.
/// </summary>
public sealed partial class ChromiumBrowser(BrowserInstallation installation, UserAgent userAgent, VisitLimits limits, ILogger<ChromiumBrowser> log) : IPageBrowser, IAsyncDisposable
{
    // A closing that takes longer is none.
    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ChromiumProcess? _process;

    public string? Missing => installation.Missing;

    /// <summary>Process ids of the browser that runs; empty when none does.</summary>
    public IReadOnlyList<int> ProcessIds => _process?.Ids() ?? [];

    public async Task<BrowsedPage> Open(Uri page, IBrowserNetwork network, BrowserGuide guide, CancellationToken cancellation)
    {
        if (Missing is { } missing)
            return new([], [], missing);
        await _turn.WaitAsync(cancellation);
        try
        {
            _process ??= await ChromiumProcess.Start(installation, cancellation);
            return await Visit(_process, page, network, guide, cancellation);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException or IOException && !cancellation.IsCancellationRequested)
        {
            await Kill(page, error.Message);
            return new([], [], $"the browser failed: {FirstLine(error.Message)}");
        }
        catch (OperationCanceledException)
        {
            await Kill(page, "the crawl was stopped");
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        if (_process is { } process)
            await process.DisposeAsync();
        _process = null;
        _turn.Release();
    }

    private async Task<BrowsedPage> Visit(ChromiumProcess process, Uri page, IBrowserNetwork network, BrowserGuide guide, CancellationToken cancellation)
    {
        var context = await process.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            UserAgent = userAgent.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ServiceWorkers = ServiceWorkerPolicy.Block,
            AcceptDownloads = false,
            BypassCSP = true,
        }).WaitAsync(limits.OwnTime, cancellation);
        await using var visit = new BrowserSession(context, process, network, limits, cancellation);
        var shown = await visit.Make(page, guide, cancellation);
        // What went beyond its bounds, or does not close, is not worth keeping.
        if (visit.Misbehaved || !await Closes(context))
            await Kill(page, shown.Trouble ?? "it did not close");
        return shown;
    }

    private static async Task<bool> Closes(IBrowserContext context)
    {
        var closing = context.CloseAsync();
        return await Task.WhenAny(closing, Task.Delay(LongestClosing, CancellationToken.None)) == closing && closing.IsCompletedSuccessfully;
    }

    private async Task Kill(Uri page, string reason)
    {
        var line = FirstLine(reason);
        Killed(page, line);
        if (_process is { } process)
            await process.Kill();
        _process = null;
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    [LoggerMessage(Level = LogLevel.Information, Message = "The browser that showed {Page} was ended: {Reason}")]
    private partial void Killed(Uri page, string reason);
}
