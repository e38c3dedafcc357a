using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using MassTransit;
using Npgsql;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Contracts.Messages;
using Pipeline.EndToEnd.Tests;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;

namespace Pipeline.Broker.Tests;

public sealed partial class BulkReextractTests
{
    // More than an extractor has in hand at once, so that fresh documents find some waiting.
    private const int Stored = 240;

    private const int Fresh = 12;

    [Fact]
    public async Task Two_extractors_share_what_is_read_again_and_fresh_documents_pass_it()
    {
        await using var deployment = await Deployment.Create();
        await using var host = await deployment.Start(WorkerRole.Store);
        int[] ports = [FreePort.Find(), FreePort.Find()];
        using var one = await Extractor(deployment, ports[0]);
        using var other = await Extractor(deployment, ports[1]);
        await Publish(host, "stored", Stored);
        await Eventually.Is(Stored, () => Ask(deployment, "SELECT COUNT(*) FROM extractions"));
        // As if another version had read it all.
        await Ask(deployment, "UPDATE extractions SET extractor = 'another'");

        var bulk = PipelineProcess.Run("reextract", "--all", "--config", deployment.SettingsFile);
        await Eventually.Is(true, async () => await Ask(deployment, "SELECT COUNT(*) FROM extractions WHERE extractor <> 'another'") > 0);
        await Publish(host, "fresh", Fresh);
        var (exitCode, output, _) = await bulk;

        Assert.Equal(0, exitCode);
        Assert.Contains("documents read again. Records: none changed.", output, StringComparison.Ordinal);
        await Eventually.Is(Stored + Fresh, () => Ask(deployment, "SELECT COUNT(*) FROM extractions WHERE extractor <> 'another'"));
        Assert.NotEqual(0, await Ask(deployment, "SELECT COUNT(*) FROM extractions e WHERE e.extractor <> 'another' AND e.id > (SELECT MAX(x.id) FROM extractions x JOIN documents d ON d.id = x.document_id WHERE d.url LIKE '%/fresh/%')"));
        foreach (var port in ports)
            Assert.NotEqual(0, await Reread(port));
    }

    private static async Task<PipelineProcess> Extractor(Deployment deployment, int port)
    {
        var file = Path.Combine(deployment.Folder, string.Create(CultureInfo.InvariantCulture, $"extractor-{port}.json"));
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(deployment.SettingsFile))!;
        settings["operations"] = new JsonObject { ["listen"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}") };
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        return PipelineProcess.Start("run", "--roles", "extractor", "--config", file);
    }

    private static async Task Publish(RunningHost host, string folder, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var notice = string.Create(CultureInfo.InvariantCulture, $"<html><body><h1>通知公告</h1><p>关于召开第{number}次会议的通知。</p></body></html>");
            var document = await Deployment.Fetch(host, string.Create(CultureInfo.InvariantCulture, $"http://www.example.gov.cn/{folder}/{number}.html"), Encoding.UTF8.GetBytes(notice));
            await host.Get<IBus>().Publish(new DocumentFetched { Document = document });
        }
    }

    private static async Task<int> Ask(Deployment deployment, string sql)
    {
        await using var connection = new NpgsqlConnection(deployment.Settings().Database.ConnectionString);
        return (int)await connection.ExecuteScalarAsync<long>(sql);
    }

    /// <summary>How many documents the process has read again.</summary>
    private static async Task<int> Reread(int port)
    {
        using var client = new HttpClient();
        var metrics = await client.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/metrics")));
        return Done().Match(metrics) is { Success: true } done ? int.Parse(done.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"pipeline_message_seconds_count\{message=""RereadRequested"",outcome=""done""\} (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Done();
}
