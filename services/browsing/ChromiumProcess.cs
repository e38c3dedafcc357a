using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Pipeline.Browsing;

/// <summary>A running Chromium that has no network: whatever is not answered by us meets a proxy that does not exist.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    // Nothing of its own leaves, nothing is drawn, no page gets a process or memory without bound.
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--no-pings", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-extensions", "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--disable-webgl", "--disable-3d-apis", "--mute-audio", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--renderer-process-limit=2",
        "--js-flags=--max-old-space-size=384",
    ];

    private const string WithoutPictures = "--blink-settings=imagesEnabled=false";

    private readonly IPlaywright _playwright;
    private readonly int _id;

    private ChromiumProcess(IPlaywright playwright, IBrowser browser, int id) => (_playwright, Browser, _id) = (playwright, browser, id);

    public IBrowser Browser { get; }

    /// <param name="drawsPictures">Whether pictures are decoded and drawn.</param>
    /// <exception cref="PlaywrightException">It cannot be started; the message says why.</exception>
    public static async Task<ChromiumProcess> Start(BrowserInstallation installation, bool drawsPictures, CancellationToken cancellation)
    {
        // The driver is looked for beside the program, where it need not be.
        if (installation.Driver != AppContext.BaseDirectory)
            Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", installation.Driver);
        var playwright = await Playwright.CreateAsync().WaitAsync(LongestStart, cancellation);
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = installation.Executable,
                Args = drawsPictures ? Arguments : [.. Arguments, WithoutPictures],
                // As root it does not start with its sandbox.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                Proxy = new Proxy { Server = "http://127.0.0.1:1", Bypass = "<-loopback>" },
                Timeout = (float)LongestStart.TotalMilliseconds,
            }).WaitAsync(LongestStart, cancellation);
            var session = await browser.NewBrowserCDPSessionAsync();
            var info = await session.SendAsync("SystemInfo.getProcessInfo");
            await session.DetachAsync();
            return new(playwright, browser, IdIn(info));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Its processes; empty once it has ended.</summary>
    public IReadOnlyList<int> Ids() => _id == 0 ? [] : ProcessTree.Of(_id);

    /// <summary>Bytes that its processes hold.</summary>
    public long Memory() => ProcessTree.Memory(Ids());

    /// <summary>Ends it at once, with all of its processes.</summary>
    public async Task Kill()
    {
        var ids = Ids();
        foreach (var id in ids)
            End(id);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < LongestEnd && Ids().Count > 0;)
            await Task.Delay(50, CancellationToken.None);
        // Its driver takes its folder away when it sees that it has gone.
        await Task.WhenAny(Browser.CloseAsync(), Task.Delay(LongestEnd, CancellationToken.None));
        _playwright.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(Browser.CloseAsync(), Task.Delay(LongestEnd, CancellationToken.None));
        await Kill();
    }

    private static int IdIn(JsonElement? info) =>
        info is { } told && told.TryGetProperty("processInfo", out var processes)
            ? processes.EnumerateArray().Where(process => process.GetProperty("type").GetString() == "browser").Select(process => process.GetProperty("id").GetInt32()).FirstOrDefault()
            : 0;

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already.
        }
    }
}
