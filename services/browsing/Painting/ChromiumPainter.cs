using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Pipeline.Extractor.Readers.Html.Painting;

namespace Pipeline.Browsing.Painting;

/// <summary>The extractor's browser: paints pages without any network. What fails or takes too long is not painted, which fails no document.</summary>
public sealed class ChromiumPainter(BrowserInstallation installation, VisitLimits limits, ILogger<ChromiumPainter> log) : IPagePainter, IAsyncDisposable
{
    // The same window, language and zone on every machine: rules of style and scripts ask for them.
    private static readonly BrowserNewContextOptions Window = new()
    {
        ViewportSize = new() { Width = 1280, Height = 900 },
        DeviceScaleFactor = 1,
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ColorScheme = ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        ServiceWorkers = ServiceWorkerPolicy.Block,
        AcceptDownloads = false,
    };

    private readonly KeptChromium _chromium = new(installation, drawsPictures: true, Window, limits.OwnTime, log);
    private string _version = "Chromium";

    public string? Version => installation.Missing is null ? _version : null;

    /// <summary>Process ids of the browser that runs; empty when none does.</summary>
    public IReadOnlyList<int> ProcessIds => _chromium.ProcessIds;

    /// <summary>What a page of a report may cost: most take a second.</summary>
    public static VisitLimits Limits { get; } = new() { OwnTime = TimeSpan.FromSeconds(10), WholeTime = TimeSpan.FromSeconds(10), Memory = 1L << 30 };

    public async Task<PaintedPage?> Paint(string markup, CancellationToken cancellation)
    {
        if (Version is null)
            return null;
        return await _chromium.Visit(PaintSession.Address, Visit, _ => null, cancellation);

        async Task<(PaintedPage?, string?)> Visit(ConfinedPage page, ChromiumProcess process)
        {
            _version = $"Chromium {process.Browser.Version}";
            await using var session = new PaintSession(page, process, limits, cancellation);
            return (await session.Paint(markup, cancellation), session.Misbehaviour);
        }
    }

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();
}
