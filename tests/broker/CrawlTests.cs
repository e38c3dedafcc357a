using System.Text.Json;
using Pipeline.Broker.Tests.Servers;
using Pipeline.EndToEnd.Tests;
using Pipeline.Host.SampleSite;

namespace Pipeline.Broker.Tests;

public sealed class CrawlTests
{
    [Fact]
    public async Task A_crawl_over_RabbitMQ_and_PostgreSQL_gives_the_same_records_as_one_in_memory()
    {
        await using var site = await SampleSiteServer.Start(SampleSiteServer.BundledFolder, port: 0, CancellationToken.None);
        await using var deployment = await Deployment.Create();
        string[] crawl = ["crawl", "--seed", site.Address.AbsoluteUri, "--allow-private", site.Address.Authority, "--delay", "0.02"];
        var memory = Path.Combine(deployment.Folder, "memory");
        using var extractor = PipelineProcess.Start("run", "--roles", "extractor", "--config", deployment.SettingsFile);
        using var store = PipelineProcess.Start("run", "--roles", "store", "--config", deployment.SettingsFile);

        var embedded = await PipelineProcess.Run([.. crawl, "--data", memory]);
        var spread = await PipelineProcess.Run([.. crawl, "--config", deployment.SettingsFile]);

        // The sample has a page that always fails.
        Assert.True(embedded.ExitCode == 1 && spread.ExitCode == 1, embedded.Error + spread.Error);
        var expected = Records((await PipelineProcess.Run("export", "--format", "jsonl", "--data", memory)).Output);
        var (_, output, error) = await PipelineProcess.Run("export", "--format", "jsonl", "--config", deployment.SettingsFile);
        Assert.True(expected.Count > 10, error);
        Assert.Equal(expected, Records(output));
    }

    /// <summary>What each record says, without the times at which it was made.</summary>
    private static List<string> Records(string export) => [.. export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Timeless(JsonDocument.Parse(line).RootElement)).Order(StringComparer.Ordinal)];

    private static string Timeless(JsonElement record) => string.Join('\n', new[] { "authority", "year", "form", "status", "confidence", "source_url", "snapshot", "extractor", "cells", "violations" }
        .Select(name => $"{name} {record.GetProperty(name).GetRawText()}"));
}
