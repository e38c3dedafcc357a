using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Database;
using Pipeline.EndToEnd.Tests;
using Pipeline.Faults.Tests.Site;

namespace Pipeline.Faults.Tests.Throughput;

/// <summary>What the servers cost, and what a second extractor brings. <c>scripts/chain-throughput</c> runs it.</summary>
public sealed class ChainThroughput(ITestOutputHelper output)
{
    private const int Hosts = 8;
    private const int DocumentsPerHost = 50;

    // Each extractor compiles itself for some seconds: a night has more documents than would hide that.
    private const int HeavyHosts = 16;
    private const int HeavyDocumentsPerHost = 150;

    private const string ProcessorCount = "DOTNET_PROCESSOR_COUNT";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(8);

    [Fact(Explicit = true)]
    public async Task Over_servers_and_in_one_process()
    {
        await using var deployment = await Deployment.Create();
        await using var site = await ReportSite.Start(Hosts, DocumentsPerHost);
        var (settings, sources) = await Settings(deployment, site);
        var data = Path.Combine(deployment.Folder, "embedded");
        await PipelineProcess.Run("crawl", "--sources", sources, "--data", data);
        var embedded = await Pace.Of(PipelineDatabase.Sqlite(Path.Combine(data, "pipeline.db")));

        using (Start("extractor", settings))
        using (Start("store", settings))
        using (Start("crawler", settings))
            await Settled(deployment, site);
        var spread = await Pace.Of(PipelineDatabase.Postgres(ConnectionString(deployment)));

        Say($"Whole chain, {site.Documents} documents: {embedded.Chain:0.0} a second in one process, {spread.Chain:0.0} over RabbitMQ and PostgreSQL; ratio {spread.Chain / embedded.Chain:0.00}");
    }

    [Fact(Explicit = true)]
    public async Task With_one_extractor_and_with_two()
    {
        var one = await Extraction(1);
        var two = await Extraction(2);

        Say($"Extraction alone, {one.Documents} documents of 90 KB, one at a time in each process: {one.Extraction:0.0} a second with one extractor, {two.Extraction:0.0} with two; ratio {two.Extraction / one.Extraction:0.00}");
    }

    private static async Task<Pace> Extraction(int extractors)
    {
        await using var deployment = await Deployment.Create();
        await using var site = await ReportSite.Start(HeavyHosts, HeavyDocumentsPerHost, heavy: true);
        var (settings, _) = await Settings(deployment, site);
        using var store = Start("store", settings);
        using (Start("crawler", settings))
            await Reached(deployment, "every document is fetched", tally => tally.Documents == site.Documents && tally.OpenCrawls is not null);
        Environment.SetEnvironmentVariable(ProcessorCount, "1");
        List<PipelineProcess> workers = [.. Enumerable.Range(0, extractors).Select(_ => Start("extractor", settings))];
        Environment.SetEnvironmentVariable(ProcessorCount, null);
        await Reached(deployment, "every document is settled", tally => tally.Pending == 0);
        workers.ForEach(worker => worker.Dispose());
        return await Pace.Of(PipelineDatabase.Postgres(ConnectionString(deployment)));
    }

    private static PipelineProcess Start(string role, string settings) =>
        PipelineProcess.Start(["run", "--roles", role, "--config", settings, .. role == "crawler" ? new[] { "--now" } : []]);

    private static Task<Tally> Settled(Deployment deployment, ReportSite site) => Reached(deployment, "the crawl has ended and every document is settled", tally => tally.IsSettled && tally.Documents == site.Documents);

    private static Task<Tally> Reached(Deployment deployment, string awaited, Predicate<Tally> isReached) =>
        new Patience(_ => { }, deployment.Queues).Until(awaited, LongestWait, () => Tally.Ask(ConnectionString(deployment)), isReached);

    private static string ConnectionString(Deployment deployment) => deployment.Settings().Database.ConnectionString!;

    private static async Task<(string Settings, string Sources)> Settings(Deployment deployment, ReportSite site)
    {
        var (file, sources) = (Path.Combine(deployment.Folder, "chain.json"), Path.Combine(deployment.Folder, "sources.json"));
        await site.WriteSources(sources, TimeSpan.Zero);
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(deployment.SettingsFile))!;
        settings["sources"] = sources;
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        return (file, sources);
    }

    private void Say(FormattableString line) => output.WriteLine($"RESULT {line.ToString(CultureInfo.InvariantCulture)}");
}
