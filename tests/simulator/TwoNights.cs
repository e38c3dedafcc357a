using Pipeline.EndToEnd.Tests;

namespace Pipeline.Simulator.Tests;

/// <summary>The simulated sites crawled by the built command on two nights, killed once in the middle of the first. Done once for all tests.</summary>
/// <param name="size">How large the simulated web is.</param>
/// <param name="requestsBeforeKill">Requests after which the first crawl is killed: less than half of what the first night takes.</param>
public abstract class TwoNights(SimulatorSize size, int requestsBeforeKill) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-simulator-");
    private readonly string? _obstacle = Simulator.Obstacle();
    private Verdict _first = null!;
    private Verdict _second = null!;

    /// <summary>The verdict after the first night; skips the test, with the reason, where the simulator cannot run.</summary>
    public Verdict First => Run(() => _first);

    /// <summary>The verdict after both nights; skips the test, with the reason, where the simulator cannot run.</summary>
    public Verdict Second => Run(() => _second);

    /// <summary>One connection a host: no more than this can be in flight when the crawl is killed.</summary>
    public int MostInFlight => size.Sites;

    public async ValueTask InitializeAsync()
    {
        if (_obstacle is not null)
            return;
        using var simulator = await Simulator.Start(_folder.FullName, size);
        await CrawlAndKill(simulator);
        await CrawlToEnd(simulator);
        _first = await simulator.Judge(await Export("first.jsonl"));
        await simulator.NextNight();
        await CrawlToEnd(simulator);
        _second = await simulator.Judge(await Export("second.jsonl"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private T Run<T>(Func<T> verdict)
    {
        Assert.SkipWhen(_obstacle is not null, _obstacle ?? "");
        return verdict();
    }

    private async Task CrawlAndKill(Simulator simulator)
    {
        using var process = Crawl(simulator);
        while (simulator.Requests < requestsBeforeKill)
        {
            Assert.False(process.HasEnded, "The crawl ended before it could be killed.");
            await Task.Delay(50);
        }

        await process.Kill();
    }

    /// <summary>A crawl to its end. Its exit code is 1: some pages of these sites always fail.</summary>
    private async Task CrawlToEnd(Simulator simulator)
    {
        using var process = Crawl(simulator);
        var (exitCode, _, error) = await process.End();
        Assert.True(exitCode is 0 or 1, error);
    }

    private PipelineProcess Crawl(Simulator simulator) => PipelineProcess.Start(["crawl", "--delay", "0.2", .. Data(),
        .. simulator.Portals.SelectMany(portal => new[] { "--seed", portal.AbsoluteUri, "--allow-private", portal.Authority })]);

    /// <returns>Path of the export.</returns>
    private async Task<string> Export(string name)
    {
        var file = Path.Combine(_folder.FullName, name);
        var (exitCode, _, error) = await PipelineProcess.Run(["export", "--format", "jsonl", "--shape", "records", "--output", file, .. Data()]);
        Assert.True(exitCode == 0, error);
        return file;
    }

    private string[] Data() => ["--data", Path.Combine(_folder.FullName, "data")];
}
