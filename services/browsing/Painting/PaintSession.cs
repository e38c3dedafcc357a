using Microsoft.Playwright;
using Pipeline.Extractor.Readers.Html.Painting;

namespace Pipeline.Browsing.Painting;

/// <summary>
/// Lays out one page, stops its scripts, and takes its layout and two pictures of it: as it is, and with all letters transparent. Where the two differ,
/// letters are seen, whatever the styles say that hide, cover, clip or colour them.
/// </summary>
internal sealed class PaintSession : IAsyncDisposable
{
    /// <summary>Where the page is said to stand: no host has that name.</summary>
    public const string Address = "http://snapshot.invalid/";

    /// <summary>Pixels: a picture of a longer page is cut off.</summary>
    private const double Longest = 16_000;

    // Scripts that run on what the page brings along have drawn by then.
    private static readonly TimeSpan Drawing = TimeSpan.FromMilliseconds(250);

    private const string WithoutLetters =
        "*, *::before, *::after, *::marker, *::first-letter { -webkit-text-fill-color: transparent !important; -webkit-text-stroke-color: transparent !important; text-shadow: none !important; text-emphasis-color: transparent !important; fill-opacity: 0 !important }";

    private readonly IPage _page;
    private readonly VisitClock _clock;
    private string _markup = "";
    private bool _isServed;
    private bool _wantsMore;

    public PaintSession(ConfinedPage confined, ChromiumProcess process, VisitLimits limits, CancellationToken cancellation)
    {
        _page = confined.Page;
        _page.PageError += (_, _) => _wantsMore = true;
        _clock = new(limits, () => false, process.Memory, cancellation);
        confined.Entrust(Answer, _clock.End);
    }

    /// <summary>Why the browser is not worth keeping; null when it is.</summary>
    public string? Misbehaviour { get; private set; }

    /// <returns>Null where the page went beyond its bounds.</returns>
    public async Task<PaintedPage?> Paint(string markup, CancellationToken cancellation)
    {
        _markup = markup;
        _clock.Start();
        try
        {
            return await Bounded(Paint());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Misbehaviour = _clock.Reason ?? "it was stopped";
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException or InvalidDataException)
        {
            Misbehaviour = _clock.Reason ?? error.Message.Split('\n')[0];
        }

        return null;
    }

    public ValueTask DisposeAsync() => _clock.DisposeAsync();

    private async Task<PaintedPage?> Paint()
    {
        var session = await Bounded(_page.Context.NewCDPSessionAsync(_page));
        await Bounded(_page.GotoAsync(Address, new PageGotoOptions { WaitUntil = WaitUntilState.Load, Timeout = 0 }));
        if (_markup.Contains("<script", StringComparison.OrdinalIgnoreCase))
            await Task.Delay(Drawing, _clock.Token);
        // In the order in which they are told.
        var stopping = session.SendAsync("Emulation.setScriptExecutionDisabled", new Dictionary<string, object> { ["value"] = true });
        var told = await Bounded(session.SendAsync("DOMSnapshot.captureSnapshot", new Dictionary<string, object> { ["computedStyles"] = PaintedStyle.Properties.ToArray() }));
        await Bounded(stopping);
        if (told is not { } snapshot || LayoutSnapshot.Of(snapshot) is not { } layout || layout.Height > Longest || layout.Width * layout.Height > Screenshot.MostPixels)
            return null;
        var still = await StillPage.Of(session, layout.Frame, _clock.Token);
        var first = await still.Picture(layout.Width, layout.Height);
        // One picture is unpacked while the other is drawn.
        var with = Task.Run(() => Screenshot.Decode(first), CancellationToken.None);
        await still.Style(WithoutLetters);
        var without = Screenshot.Decode(await still.Picture(layout.Width, layout.Height));
        var ink = new InkMeter(await with, without);
        return new PaintedPage(layout.Nodes, [.. layout.Texts.Select(ink.Measure)], !_wantsMore);
    }

    private async Task Answer(IRoute route)
    {
        try
        {
            if (!_isServed && route.Request.IsNavigationRequest)
            {
                _isServed = true;
                await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "text/html; charset=utf-8", Body = _markup });
                return;
            }

            // What scripts ask for would have been part of the page; sheets and scripts of the site are unknown to every reader.
            _wantsMore |= route.Request.ResourceType is "xhr" or "fetch" or "document" or "other";
            await route.AbortAsync("aborted");
        }
        catch (PlaywrightException)
        {
            // The page is gone, and with it who asked.
        }
    }

    private Task<T> Bounded<T>(Task<T> task) => task.WaitAsync(_clock.Token);
}
