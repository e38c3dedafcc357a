using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Tests.Settings;

public sealed class SettingsFileTests
{
    [Fact]
    public void Without_a_file_everything_is_embedded()
    {
        var settings = SettingsFile.Load(null);

        Assert.Equal("data", settings.Data);
        Assert.Equal(TransportKind.Memory, settings.Transport.Kind);
        Assert.Equal(DatabaseKind.Sqlite, settings.Database.Kind);
        Assert.Equal("0 0 1 * * ?", settings.Schedule.Cron);
        Assert.Equal("Asia/Shanghai", settings.Schedule.TimeZone);
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Crawl.Delay);
        Assert.Empty(settings.AllowPrivate);
    }

    [Fact]
    public void A_file_switches_to_servers()
    {
        var settings = Load("""
            {
              "data": "/srv/pipeline",
              "allowPrivate": ["127.0.0.1:8080"],
              "crawl": { "delay": "00:00:02.5", "hosts": 8, "retries": { "firstPause": "00:01:00" } },
              "transport": { "kind": "rabbitmq", "host": "broker", "username": "pipeline" },
              "database": { "kind": "postgres", "connectionString": "Host=db" },
              "schedule": { "cron": "0 30 2 * * ?" }
            }
            """);

        Assert.Equal("/srv/pipeline", settings.Data);
        Assert.Equal(["127.0.0.1:8080"], settings.AllowPrivate);
        Assert.Equal(TimeSpan.FromSeconds(2.5), settings.Crawl.Delay);
        Assert.Equal(8, settings.Crawl.Hosts);
        Assert.Equal(TimeSpan.FromMinutes(1), settings.Crawl.Retries.FirstPause);
        Assert.Equal((TransportKind.RabbitMq, "broker", 5672), (settings.Transport.Kind, settings.Transport.Host, settings.Transport.Port));
        Assert.Equal((DatabaseKind.Postgres, "Host=db"), (settings.Database.Kind, settings.Database.ConnectionString));
        Assert.Equal("0 30 2 * * ?", settings.Schedule.Cron);
    }

    [Theory]
    [InlineData("""{ "transprot": {} }""", "Setting transprot is not known")]
    [InlineData("""{ "transport": { "hots": "x" } }""", "Setting transport.hots is not known; beside it there are kind, host, port")]
    [InlineData("""{ "transport": { "kind": "rabitmq" } }""", "Setting transport.kind is 'rabitmq'; it takes memory or rabbitmq")]
    [InlineData("""{ "transport": { "port": 0 } }""", "Setting transport.port:")]
    [InlineData("""{ "crawl": { "delay": "soon" } }""", "Setting crawl.delay is 'soon'")]
    [InlineData("""{ "crawl": { "hosts": 0 } }""", "Setting crawl.hosts:")]
    [InlineData("""{ "crawl": { "retries": { "attempts": 0 } } }""", "Setting crawl.retries.attempts:")]
    [InlineData("""{ "database": { "kind": "postgres" } }""", "Setting database.connectionString: is needed with PostgreSQL")]
    [InlineData("""{ "snapshots": { "kind": "s3" } }""", "Setting snapshots.bucket: is needed with S3")]
    [InlineData("""{ "snapshots": { "kind": "s3", "bucket": "b", "endpoint": "minio:9000" } }""", "Setting snapshots.endpoint: 'minio:9000' is no address")]
    [InlineData("""{ "snapshots": { "kind": "s3", "bucket": "b", "accessKey": "a" } }""", "Setting snapshots.secretKey: is needed together with snapshots.accessKey")]
    [InlineData("""{ "sweep": { "interval": "00:00:00" } }""", "Setting sweep.interval:")]
    [InlineData("""{ "sweep": { "maxAttempts": 0 } }""", "Setting sweep.maxAttempts:")]
    [InlineData("""{ "schedule": { "cron": "every night" } }""", "Setting schedule.cron: 'every night' is no Quartz cron expression")]
    [InlineData("""{ "schedule": { "timeZone": "Asia/Shangai" } }""", "Setting schedule.timeZone: 'Asia/Shangai' is not known")]
    [InlineData("""{ "roles": "crawler,sotre" }""", "Setting roles: 'sotre' is no role")]
    [InlineData("""{ "data": """, "is not valid JSON")]
    public void A_wrong_setting_is_named(string json, string expected)
    {
        var error = Assert.Throws<CommandFailedException>(() => Load(json));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("settings.json", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUse, error.ExitCode);
    }

    [Fact]
    public void All_wrong_settings_are_named_at_once()
    {
        var error = Assert.Throws<CommandFailedException>(() => Load("""{ "transport": { "port": 70000 }, "schedule": { "cron": "x" } }"""));

        Assert.Equal(2, error.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        var error = Assert.Throws<CommandFailedException>(() => SettingsFile.Load("/nowhere/settings.json"));

        Assert.Contains("'/nowhere/settings.json'", error.Message, StringComparison.Ordinal);
    }

    private static PipelineSettings Load(string json)
    {
        using var folder = new TemporaryFolder();
        return SettingsFile.Load(folder.Write("settings.json", json));
    }
}
