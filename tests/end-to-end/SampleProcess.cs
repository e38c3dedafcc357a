using Pipeline.Host.SampleSite;

namespace Pipeline.EndToEnd.Tests;

/// <summary>Crawls of the sample site by processes of their own, each with a data folder of its own; all see the same addresses.</summary>
public sealed class SampleProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string _pages;
    private readonly SampleSiteServer _site;

    private SampleProcess(DirectoryInfo folder, string pages, SampleSiteServer site)
    {
        _folder = folder;
        _pages = pages;
        _site = site;
    }

    /// <param name="ownCopy">Whether the test means to change pages.</param>
    public static async Task<SampleProcess> Start(bool ownCopy = false)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-process-");
        var pages = ownCopy ? Copy(SampleSiteServer.BundledFolder, Path.Combine(folder.FullName, "site")) : SampleSiteServer.BundledFolder;
        return new(folder, pages, await SampleSiteServer.Start(pages, port: 0, CancellationToken.None));
    }

    public Uri Site => _site.Address;

    public string Data(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>File behind a page of the site.</summary>
    public string PageFile(string path) => Path.Combine(_pages, "pages", path[1..]);

    internal PipelineProcess Crawl(string name, string path = "/") => PipelineProcess.Start(
        "crawl", "--seed", new Uri(_site.Address, path).AbsoluteUri, "--allow-private", _site.Address.Authority, "--delay", "0.02", "--data", Data(name));

    /// <summary>A crawl to its end. Its exit code tells of the page that always fails.</summary>
    public async Task CrawlToEnd(string name)
    {
        using var process = Crawl(name);
        var (exitCode, _, error) = await process.End();
        Assert.True(exitCode == 1 && error.Contains("t20230130_1117.html", StringComparison.Ordinal), error);
    }

    /// <summary>A crawl that begins at one page.</summary>
    public async Task CrawlPage(string name, string path)
    {
        using var process = Crawl(name, path);
        var (exitCode, _, error) = await process.End();
        Assert.True(exitCode == 0, error);
    }

    public Task<(int ExitCode, string Output, string Error)> Reextract(string name, string path, params IEnumerable<string> options) => PipelineProcess.Run(
        ["reextract", new Uri(_site.Address, path).AbsoluteUri, "--allow-private", _site.Address.Authority, "--data", Data(name), .. options]);

    /// <param name="data">A data folder.</param>
    public static async Task<string> Export(string data) => (await PipelineProcess.Run("export", "--format", "jsonl", "--data", data)).Output;

    public ValueTask EndSite() => _site.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
