using System.Diagnostics;
using System.Globalization;
using Pipeline.Crawler.Frontier;
using Pipeline.Database;

namespace Pipeline.Simulator.Tests;

/// <summary>Memory of a process that queues addresses: the frontier is on disk, so it stays flat. <c>scripts/frontier-memory</c> runs it with a million.</summary>
public sealed class FrontierMemoryTests(ITestOutputHelper output)
{
    private const int MostMegabytes = 300;
    private const int Hosts = 50;
    private const int Batch = 1000;
    private const long Run = 1;

    [Fact]
    public async Task Queued_addresses_take_disk_and_no_memory()
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-frontier-");
        var file = Path.Combine(folder.FullName, "frontier.db");
        await using (var database = PipelineDatabase.Sqlite(file))
        await using (var frontier = new FrontierDatabase(database))
        {
            await frontier.Prepare(CancellationToken.None);
            await Fill(new UrlFrontier(frontier, TimeProvider.System), file);
        }

        folder.Delete(recursive: true);
    }

    private async Task Fill(UrlFrontier queue, string file)
    {
        var queued = 0;
        foreach (var target in Steps())
        {
            for (; queued < target; queued += Batch)
                await queue.Add(Run, [.. Enumerable.Range(queued, Batch).Select(Address)], CancellationToken.None);
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(await queue.Best(Run, Address(0).Host, limit: 4, CancellationToken.None));
            var resident = Resident();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Frontier: {queued} addresses, {resident} MiB resident, {OnDisk(file)} MiB on disk, the best of a host in {watch.Elapsed.TotalMilliseconds:0.0} ms"));
            Assert.InRange(resident, 1, MostMegabytes);
        }
    }

    private static IEnumerable<int> Steps() => (Environment.GetEnvironmentVariable("PIPELINE_BENCHMARK_ADDRESSES") ?? "1000,10000")
        .Split(',').Select(step => int.Parse(step, CultureInfo.InvariantCulture));

    private static KnownUrl Address(int number)
    {
        var host = number / Batch % Hosts;
        return KnownUrl.Seed(new Uri($"http://h{host}.gov.cn/zwgk/ndbg/t{number}.html"), "memory") with { Score = number % 97 };
    }

    /// <summary>MiB of the database and its journal.</summary>
    private static long OnDisk(string file) => Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Sum(part => new FileInfo(part).Length) >> 20;

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 >> 20;
    }
}
