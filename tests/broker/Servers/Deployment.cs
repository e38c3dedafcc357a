using System.Text.Json;
using Dapper;
using MassTransit;
using Npgsql;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Broker.Tests.Servers;

/// <summary>What several processes share: a virtual host of the broker, a schema of the database, a data folder. Thrown away after the test.</summary>
public sealed class Deployment : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-broker-");
    private readonly string _schema = $"test_{Guid.NewGuid():N}";

    private Deployment(string virtualHost) => VirtualHost = virtualHost;

    public string VirtualHost { get; }

    public string SettingsFile => Path.Combine(_folder.FullName, "settings.json");

    public string Folder => _folder.FullName;

    private string ConnectionString => $"{PostgresServer.ConnectionString};Search Path={_schema};Maximum Pool Size=20";

    public static async Task<Deployment> Create()
    {
        var deployment = new Deployment(await RabbitServer.NewVirtualHost());
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        await connection.ExecuteAsync($"CREATE SCHEMA {deployment._schema}");
        await File.WriteAllTextAsync(deployment.SettingsFile, JsonSerializer.Serialize(new
        {
            data = Path.Combine(deployment.Folder, "data"),
            transport = new { kind = "rabbitmq", host = "127.0.0.1", port = RabbitServer.Port, virtualHost = deployment.VirtualHost },
            database = new { kind = "postgres", connectionString = deployment.ConnectionString },
        }));
        return deployment;
    }

    public PipelineSettings Settings(Action<TransportSettings>? transport = null)
    {
        var settings = new PipelineSettings { Data = Path.Combine(Folder, "data"), Crawl = new CrawlOptions { Delay = TimeSpan.Zero, Retries = new() { FirstPause = TimeSpan.FromSeconds(0.2) } } };
        (settings.Transport.Kind, settings.Transport.Host, settings.Transport.Port, settings.Transport.VirtualHost) = (TransportKind.RabbitMq, "127.0.0.1", RabbitServer.Port, VirtualHost);
        (settings.Database.Kind, settings.Database.ConnectionString) = (DatabaseKind.Postgres, ConnectionString);
        transport?.Invoke(settings.Transport);
        return settings;
    }

    /// <summary>Workers in this process.</summary>
    public Task<RunningHost> Start(WorkerRole roles)
    {
        var settings = Settings();
        return PipelineHost.Start(settings, DataFolder.Create(settings.Data), roles, default);
    }

    /// <summary>A document in the snapshots and in the ledger, not announced yet.</summary>
    public static async Task<DocumentReference> Fetch(RunningHost host, string url, byte[] body)
    {
        var snapshot = await host.Get<ISnapshotStore>().Write(body, default);
        var document = new DocumentReference
        {
            Url = url,
            Source = "test",
            RunId = new Guid("00000001-0000-0000-0000-000000000001"),
            FetchId = Guid.NewGuid(),
            Snapshot = snapshot,
            Facts = new FetchFacts { RequestedUrl = new Uri(url), FinalUrl = new Uri(url), FetchedAt = TimeProvider.System.GetUtcNow(), Status = 200 },
        };
        await host.Get<IDocumentLedger>().Record(
            new FetchRecord
            {
                FetchId = document.FetchId, RunId = document.RunId, Source = document.Source, Url = url, Facts = document.Facts, Outcome = FetchOutcome.Fetched, Snapshot = snapshot,
            },
            default);
        return document;
    }

    /// <summary>Messages in a queue, whether waiting or in somebody's hands; null when there is no such queue.</summary>
    public async Task<uint?> Depth(string queue)
    {
        await using var broker = await Broker.Open(this);
        return await broker.Depth(queue);
    }

    /// <summary>All queues that hold or lack anything, for the message of a test that waited in vain.</summary>
    public async Task<string> Queues()
    {
        var queues = (await RabbitServer.Ask(HttpMethod.Get, $"queues/{VirtualHost}")).EnumerateArray().Select(queue =>
            $"{queue.GetProperty("name").GetString()} {Figure(queue, "messages_ready")}+{Figure(queue, "messages_unacknowledged")}, {Figure(queue, "consumers")} consumers");
        return string.Join("; ", queues.Where(queue => !queue.Contains(" 0+0,", StringComparison.Ordinal)));

        // A queue without a leader tells no figures.
        static string Figure(JsonElement queue, string name) => queue.TryGetProperty(name, out var figure) ? figure.GetRawText() : "?";
    }

    public async ValueTask DisposeAsync()
    {
        // A server that was restarted has left connections behind that it knows nothing of.
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        await connection.ExecuteAsync($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
        await RabbitServer.Ask(HttpMethod.Delete, $"vhosts/{VirtualHost}");
        _folder.Delete(recursive: true);
    }
}
