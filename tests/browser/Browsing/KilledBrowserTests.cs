using System.Diagnostics;
using Pipeline.Browsing;

namespace Pipeline.Browser.Tests.Browsing;

/// <summary>A crawl that is killed while its browser is at work, when nothing of its own can clean up any more.</summary>
public sealed class KilledBrowserTests : IAsyncDisposable
{
    // A driver that has lost its program closes its browser; a busy machine lets it wait.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-killed-");
    private ScriptedServer? _site;
    private Process? _crawl;

    public async ValueTask DisposeAsync()
    {
        _crawl?.Kill(entireProcessTree: true);
        _crawl?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_crawl_killed_while_a_page_is_shown_leaves_no_browser()
    {
        Assert.SkipUnless(BrowserInstallation.Find().Missing is null, $"{BrowserInstallation.Find().Missing}");
        _site = await ScriptedServer.Start();
        // It never settles, so that the browser is at work until its budget is spent.
        _site.Page("/nb.html", "<h1>政府信息公开年报</h1><div id='l'></div><script>setInterval(() => fetch(['/ne', 'ver?'].join('') + Math.random()), 300)</script>");
        _crawl = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "pipeline.dll"), "crawl", "--dry-run", new Uri(_site.Address, "/nb.html").AbsoluteUri,
            "--allow-private", _site.Address.Authority, "--delay", "0", "--data", _folder.FullName,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Until(() => _site.Requests.Any(request => request.StartsWith("GET /never", StringComparison.Ordinal)) || _crawl.HasExited);
        var processes = ProcessTree.Of(_crawl.Id).Where(id => id != _crawl.Id).ToList();
        Assert.Contains(processes, id => NameOf(id).StartsWith("chrom", StringComparison.Ordinal) || NameOf(id).StartsWith("headless", StringComparison.Ordinal));

        _crawl.Kill();

        await Until(() => processes.All(id => NameOf(id).Length == 0));
    }

    // Those who have ended and wait for their parent to notice hold nothing any more.
    private static string NameOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var end = stat.LastIndexOf(')');
            return stat[end + 2] is 'Z' or 'X' ? "" : stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..end];
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var waited = Stopwatch.StartNew(); !isSo(); await Task.Delay(100, TestContext.Current.CancellationToken))
            Assert.True(waited.Elapsed < LongestEnd, "It did not come to that.");
    }
}
