using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using MassTransit;
using Npgsql;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Contracts.Messages;
using Pipeline.EndToEnd.Tests;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.SampleSite;
using Pipeline.Host.Settings;
using Pipeline.Store.Consumers;

namespace Pipeline.Broker.Tests;

/// <summary>A process that is asked to stop in the middle of its work finishes or gives back what it holds.</summary>
public sealed class StopTests
{
    private const int Documents = 300;

    private const string Fetched = "SELECT COUNT(*) FROM fetches WHERE outcome = 'fetched'";

    private const string Settled = "SELECT COUNT(*) FROM fetches WHERE settled_at IS NOT NULL";

    [Fact]
    public async Task Workers_stopped_in_the_middle_lose_no_message_and_hold_none()
    {
        await using var deployment = await Deployment.Create();
        await using (var crawler = await deployment.Start(WorkerRole.None))
        {
            for (var number = 0; number < Documents; number++)
            {
                var body = Encoding.UTF8.GetBytes($"<html><body><h1>通知公告</h1><p>关于召开第{number}次会议的通知。</p></body></html>");
                await crawler.Get<IBus>().Publish(new DocumentFetched { Document = await Deployment.Fetch(crawler, $"http://www.example.gov.cn/{number}.html", body) });
            }
        }

        using (var workers = PipelineProcess.Start("run", "--roles", "extractor,store", "--config", deployment.SettingsFile))
        {
            await Eventually.Is(true, async () => await Ask(deployment, Settled) > 0);
            await workers.Stop();
            var (exit, _, error) = await workers.End();
            Assert.True(exit == 0, error);
        }

        var waiting = Documents - await Ask(deployment, Settled);
        Assert.True(waiting > 0, "All was settled before the stop.");
        Assert.Equal(waiting, await Messages(deployment));
        Assert.Equal(0u, await deployment.Depth($"{ExtractorQueues.Fetched}_error"));
        using var others = PipelineProcess.Start("run", "--roles", "extractor,store", "--config", deployment.SettingsFile);
        await Eventually.Is(Documents, async () => (int)await Ask(deployment, Settled));
        Assert.Equal(0, await Ask(deployment, "SELECT COALESCE(SUM(attempts), 0) FROM fetches"));
    }

    [Fact]
    public async Task A_crawler_stopped_in_the_middle_leaves_no_host_and_no_turn_behind_and_one_that_starts_goes_on()
    {
        await using var site = await SampleSiteServer.Start(SampleSiteServer.BundledFolder, port: 0, CancellationToken.None);
        await using var deployment = await Deployment.Create();
        var settings = await CrawlSettings(deployment, site.Address);
        // Makes the tables that are looked at below.
        await using (await deployment.Start(WorkerRole.None))
        {
        }

        using var crawler = PipelineProcess.Start("run", "--roles", "crawler", "--now", "--config", settings);
        await Eventually.Is(true, async () => await Ask(deployment, Fetched) > 1);

        await crawler.Stop();
        var (exit, _, error) = await crawler.End();

        Assert.True(exit == 0, error);
        Assert.Equal(1, await Ask(deployment, "SELECT COUNT(*) FROM crawl_runs WHERE ended_at IS NULL"));
        Assert.Equal(0, await Ask(deployment, "SELECT COUNT(*) FROM crawl_hosts WHERE lease_owner IS NOT NULL"));
        Assert.Equal(0, await Ask(deployment, "SELECT COUNT(*) FROM crawl_paces WHERE turns <> ''"));
        var stopped = await Ask(deployment, Fetched);
        using var next = PipelineProcess.Start("run", "--roles", "crawler", "--config", settings);
        await Eventually.Is(true, async () => await Ask(deployment, Fetched) > stopped);
        Assert.Equal(1, await Ask(deployment, "SELECT COUNT(*) FROM crawl_runs"));
    }

    /// <summary>What waits in the queues, or is held by somebody.</summary>
    private static async Task<long> Messages(Deployment deployment)
    {
        var count = 0L;
        foreach (var queue in new[] { ExtractorQueues.Fetched, StoreQueues.Extracted, StoreQueues.Failed })
            count += await deployment.Depth(queue) ?? 0;
        return count;
    }

    private static async Task<long> Ask(Deployment deployment, string question)
    {
        await using var connection = new NpgsqlConnection(deployment.Settings().Database.ConnectionString);
        return await connection.ExecuteScalarAsync<long>(question);
    }

    private static async Task<string> CrawlSettings(Deployment deployment, Uri site)
    {
        var (file, sources) = (Path.Combine(deployment.Folder, "crawl.json"), Path.Combine(deployment.Folder, "sources.json"));
        await File.WriteAllTextAsync(sources, JsonSerializer.Serialize(new { sources = new[] { new { name = "sample", start = new[] { site.AbsoluteUri }, delaySeconds = 3 } }, allowPrivate = new[] { site.Authority } }));
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(deployment.SettingsFile))!;
        settings["sources"] = sources;
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        return file;
    }
}
