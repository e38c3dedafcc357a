using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Browsing;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Browser.Tests.Browsing;

/// <summary>What a page may do to the browser, and that no process is left of it.</summary>
public sealed class ChromiumBrowserTests : IAsyncDisposable, IBrowserNetwork
{
    private static readonly Uri Page = new("http://www.x.gov.cn/nb.html");

    private readonly ConcurrentQueue<BrowserRequest> _asked = new();
    private readonly ChromiumBrowser _browser = new(
        BrowserInstallation.Find(), new UserAgent(), new VisitLimits { OwnTime = TimeSpan.FromSeconds(5), Memory = 900L << 20 }, NullLogger<ChromiumBrowser>.Instance);

    private string _markup = "";

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    Task<BrowserAnswer?> IBrowserNetwork.Ask(BrowserRequest request, CancellationToken cancellation)
    {
        _asked.Enqueue(request);
        return Task.FromResult<BrowserAnswer?>(request.Url == Page ? new(Page, 200, [new("Content-Type", "text/html; charset=utf-8")], Encoding.UTF8.GetBytes($"<html><body>{_markup}</body></html>")) : null);
    }

    [Fact]
    public async Task A_page_that_behaves_is_shown_and_the_browser_kept()
    {
        var shown = await Show("<p id='p'></p><script>p.textContent = '写好了'</script>");
        var processes = _browser.ProcessIds;
        await Show("<p>另一页</p>");

        Assert.Null(shown.Trouble);
        Assert.Contains("写好了", Assert.Single(shown.Views).Html, StringComparison.Ordinal);
        Assert.NotEmpty(processes);
        Assert.Equal(processes[0], _browser.ProcessIds[0]);
    }

    [Theory]
    [InlineData("<script>while (true) { }</script>")]
    [InlineData("<p>a</p><script>setTimeout(() => { while (true) { } }, 50)</script>")]
    [InlineData("<script>const held = []; for (;;) held.push(new Uint8Array(32 << 20).fill(1))</script>")]
    [InlineData("<script>for (let i = 0; i < 10000; i++) fetch('/' + i).catch(() => 0)</script>")]
    [InlineData("<script>let i = 0; setInterval(() => fetch('/' + i++).catch(() => 0), 1)</script>")]
    [InlineData("<script>function f() { const frame = document.createElement('iframe'); frame.srcdoc = '<p>x</p>'; document.body.append(frame); setTimeout(f); setTimeout(f); } addEventListener('load', f)</script>")]
    public async Task A_page_without_end_costs_its_bounds_and_the_next_is_shown_all_the_same(string hostile)
    {
        var shown = await Show(hostile);
        Assert.NotNull(shown.Trouble);
        Assert.Empty(_browser.ProcessIds);

        Assert.Contains("还在", Assert.Single((await Show("<p>还在</p>")).Views).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>for (let i = 0; i < 500; i++) window.open('/w' + i)</script>")]
    [InlineData("<script>for (let i = 0; i < 500; i++) try { new Worker(URL.createObjectURL(new Blob(['for (;;) { }']))) } catch { }</script>")]
    [InlineData("<script>for (let i = 0; i < 50; i++) alert(i)</script>")]
    [InlineData("<script>for (let i = 0; i < 50; i++) { const a = document.createElement('a'); a.href = '/big.zip'; a.download = 'x'; document.body.append(a); a.click(); }</script>")]
    [InlineData("<script>for (let i = 0; i < 50; i++) { const a = document.createElement('a'); a.href = '/to' + i; a.target = '_blank'; document.body.append(a); a.click(); }</script>")]
    [InlineData("<script>location.href = '/elsewhere'</script><p>bleibt</p>")]
    public async Task Windows_workers_dialogs_downloads_and_journeys_come_to_nothing(string hostile)
    {
        await Show(hostile + "<p>还在</p>");

        Assert.DoesNotContain(_asked, request => request.Url != Page);
    }

    [Fact]
    public async Task No_process_is_left_when_the_browser_is_let_go()
    {
        await Show("<p>a</p>");
        var processes = _browser.ProcessIds;

        await _browser.DisposeAsync();

        Assert.NotEmpty(processes);
        Assert.DoesNotContain(processes, id => Directory.Exists($"/proc/{id}") && File.ReadAllText($"/proc/{id}/cmdline").Contains("chrom", StringComparison.Ordinal));
    }

    private Task<BrowsedPage> Show(string markup)
    {
        _markup = markup;
        return _browser.Open(Page, this, new BrowserGuide(_ => false, _ => false), CancellationToken.None);
    }
}
