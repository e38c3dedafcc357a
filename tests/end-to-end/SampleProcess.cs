using System.Globalization;
using Pipeline.Host.SampleSite;

namespace Pipeline.EndToEnd.Tests;

/// <summary>Crawls of the sample site by processes of their own, each with a data folder of its own; all see the same addresses.</summary>
public sealed class SampleProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-process-");
    private readonly SampleSiteServer _site;

    private SampleProcess(SampleSiteServer site) => _site = site;

    public static async Task<SampleProcess> Start() => new(await SampleSiteServer.Start(SampleSiteServer.BundledFolder, port: 0, CancellationToken.None));

    public string Data(string name) => Path.Combine(_folder.FullName, name);

    internal PipelineProcess Crawl(string name) => PipelineProcess.Start(
        "crawl", "--seed", _site.Address.AbsoluteUri, "--allow-private", _site.Address.Authority, "--delay", 0.02.ToString(CultureInfo.InvariantCulture), "--data", Data(name));

    /// <summary>A crawl to its end. Its exit code tells of the page that always fails.</summary>
    public async Task CrawlToEnd(string name)
    {
        using var process = Crawl(name);
        var (exitCode, _, error) = await process.End();
        Assert.True(exitCode == 1 && error.Contains("t20230130_1117.html", StringComparison.Ordinal), error);
    }

    public async Task<string> Export(string name) => (await PipelineProcess.Run("export", "--format", "jsonl", "--data", Data(name))).Output;

    public ValueTask EndSite() => _site.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
