using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Browser.Tests.Browsing;
using Pipeline.Browsing;
using Pipeline.Browsing.Painting;

namespace Pipeline.Browser.Tests.Painting;

/// <summary>A page costs the second eye its bounds and nothing else: no request leaves, no process stays.</summary>
public sealed class HostilePageTests : IAsyncDisposable
{
    // A page that behaves is painted within it on a busy machine.
    private readonly ChromiumPainter _painter = new(
        BrowserInstallation.Find(), ChromiumPainter.Limits with { OwnTime = TimeSpan.FromSeconds(20), WholeTime = TimeSpan.FromSeconds(20), Memory = 900L << 20 }, NullLogger<ChromiumPainter>.Instance);

    public ValueTask DisposeAsync() => _painter.DisposeAsync();

    [Theory]
    [InlineData("<script>while (true) { }</script>")]
    [InlineData("<script>const held = []; for (;;) held.push(new Uint8Array(32 << 20).fill(1))</script>")]
    public async Task A_page_without_end_is_not_painted_and_the_next_one_is(string hostile)
    {
        Assert.Null(await _painter.Paint(hostile, TestContext.Current.CancellationToken));
        Assert.Empty(_painter.ProcessIds);

        Assert.Contains((await _painter.Paint("<p>还在</p>", TestContext.Current.CancellationToken))!.Texts, text => text.Text == "还在");
    }

    [Fact]
    public async Task Nothing_that_a_page_keeps_reaches_the_next_one()
    {
        await _painter.Paint("<script>localStorage.kept = document.cookie = 'kept=1'; name = 'kept'; indexedDB.open('kept')</script>", TestContext.Current.CancellationToken);

        var next = await _painter.Paint(
            "<p id=p></p><script>indexedDB.databases().then(kept => p.textContent = `空${localStorage.length}${document.cookie}${name}${kept.length}`)</script>", TestContext.Current.CancellationToken);

        Assert.Equal("空00", string.Concat(next!.Texts.Select(text => text.Text)));
    }

    [Fact]
    public async Task Nothing_is_asked_of_loopback_whatever_asks()
    {
        await using var server = await ScriptedServer.Start();
        var at = server.Address;

        await _painter.Paint(
            $"""
             <link rel=stylesheet href="{at}a.css"><link rel=preconnect href="{at}"><link rel=dns-prefetch href="{at}"><img src="{at}b.png"><iframe src="{at}c"></iframe><style>@import "{at}d.css";</style>
             <object data="{at}e"></object><video src="{at}f"></video><p style="background:url({at}g)">页</p><form action="{at}h" id=f></form>
             <script>fetch("{at}i").catch(() => 0); navigator.sendBeacon("{at}j"); try {'{'} new WebSocket("{at}k".replace("http", "ws")) {'}'} catch {'{'} {'}'} for (let i = 0; i < 50; i++) window.open("{at}w" + i);
             for (let i = 0; i < 100; i++) try {'{'} new Worker(URL.createObjectURL(new Blob(["for (;;) fetch('{at}l')"]))) {'}'} catch {'{'} {'}'} document.getElementById("f").submit();</script>
             """, TestContext.Current.CancellationToken);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Without_a_browser_nothing_is_painted()
    {
        await using var none = new ChromiumPainter(new BrowserInstallation(null, null), ChromiumPainter.Limits, NullLogger<ChromiumPainter>.Instance);

        Assert.Null(none.Version);
        Assert.Null(await none.Paint("<p>页</p>", TestContext.Current.CancellationToken));
    }
}
