using Microsoft.Playwright;
using Pipeline.Crawler.Browsing;

namespace Pipeline.Browsing;

/// <summary>One visit to one page: lets it settle, opens rows that name no address, turns pages, and notes what it showed.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    // A page that has asked for nothing for so long has settled; scripts draw within it.
    private const int Quiet = 600;

    // One that goes on asking is looked at all the same.
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(6);

    // A list in a frame; pages with more frames are made of advertisements.
    private const int MostFrames = 4;

    // Rows that teach a template: one makes it, another checks it.
    private const int RowsForTemplate = 2;

    private readonly IPage _page;
    private readonly VisitLimits _limits;
    private readonly RequestRouter _router;
    private readonly VisitClock _clock;
    private readonly List<BrowsedView> _views = [];
    private readonly List<OpenedRow> _opened = [];
    private bool _goesOn;

    public BrowserSession(ConfinedPage confined, ChromiumProcess process, IBrowserNetwork network, VisitLimits limits, CancellationToken cancellation)
    {
        (_page, _limits) = (confined.Page, limits);
        _router = new(confined.Context, network, limits);
        _clock = new(limits, () => _router.IsWaiting, process.Memory, cancellation);
        _router.OnExcess = _clock.End;
        confined.Entrust(_router.Handle, _clock.End);
    }

    /// <summary>Whether the page went beyond its bounds, so that its browser is not worth keeping.</summary>
    public bool Misbehaved { get; private set; }

    public async Task<BrowsedPage> Make(Uri address, BrowserGuide guide, CancellationToken cancellation)
    {
        _clock.Start();
        try
        {
            await Open(address);
            await Explore(guide);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Misbehaved = true;
        }
        catch (PlaywrightException error) when (_clock.Reason is null)
        {
            _clock.End($"the browser failed: {error.Message.Split('\n')[0]}");
            Misbehaved = true;
        }

        return Shown(_clock.Reason);
    }

    public ValueTask DisposeAsync() => _clock.DisposeAsync();

    private BrowsedPage Shown(string? trouble) => new([.. _views], [.. _opened], trouble) { GoesOn = _goesOn };

    private async Task Open(Uri address)
    {
        await Bounded(_page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit, Timeout = 0 }));
        await Settle();
        await Look();
    }

    private async Task Explore(BrowserGuide guide)
    {
        for (var part = 0; part < _limits.Parts; part++)
        {
            await OpenRows(guide);
            var before = _views[^1].Html;
            if (guide.IsEnough(Shown(null)))
                return;
            var isTurned = await Bounded(_page.EvaluateAsync<bool>(PageScripts.Turn, true));
            // What has no control for more may load it where its reader comes to the end.
            if (!isTurned && !await Bounded(_page.EvaluateAsync<bool>(PageScripts.Scroll)))
                return;
            await Settle();
            await Look();
            if (_views[^1].Html == before)
                return;
            _goesOn |= !isTurned;
        }
    }

    // A click on a row shows where it leads; the page stays where it is.
    private async Task OpenRows(BrowserGuide guide)
    {
        for (var (row, clicked) = (0, 0); clicked < _limits.Rows && !(clicked is 0 or RowsForTemplate && guide.IsEnough(Shown(null))); row++)
        {
            var names = await Bounded(_page.EvaluateAsync<string[]>(PageScripts.Rows));
            while (row < names.Length && !guide.IsRow(names[row]))
                row++;
            if (row >= names.Length)
                return;
            clicked++;
            while (_router.TakeNavigation() is not null)
                continue;
            var before = _page.Url;
            if (!await Bounded(_page.EvaluateAsync<bool>(PageScripts.Click, row)))
                return;
            await Settle();
            var opened = await Bounded(_page.EvaluateAsync<string[]>(PageScripts.Opened));
            var target = _router.TakeNavigation() ?? opened.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : null).FirstOrDefault(url => url is not null);
            if (target is null && _page.Url != before && Uri.TryCreate(_page.Url, UriKind.Absolute, out target))
            {
                await Bounded(_page.EvaluateAsync("history.back()"));
                await Settle();
            }

            if (target is { Scheme: "http" or "https" })
                _opened.Add(new(names[row], target));
        }
    }

    private async Task Look()
    {
        foreach (var frame in _page.Frames.Take(MostFrames))
            if (Uri.TryCreate(frame.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                _views.Add(new(url, await Bounded(frame.EvaluateAsync<string>(PageScripts.Markup))));
        _goesOn = await Bounded(_page.EvaluateAsync<bool>(PageScripts.Turn, false));
    }

    private async Task Settle()
    {
        var until = _clock.Own + LongestSettling;
        do
            await Task.Delay(100, _clock.Token);
        while (_router.Quiet < Quiet && _clock.Own < until);
    }

    private Task<T> Bounded<T>(Task<T> task) => task.WaitAsync(_clock.Token);
}
