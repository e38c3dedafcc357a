using Pipeline.Broker.Tests.Servers;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;

namespace Pipeline.Broker.Tests;

/// <summary>What a process needs and cannot use is told once, in one line that names the setting, and the process ends.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("password", "check the settings transport.username and transport.password")]
    [InlineData("virtualHost", "check the setting transport.virtualHost")]
    [InlineData("port", "check the settings transport.host and transport.port")]
    [InlineData("permissions", "grant it configure, write and read")]
    [InlineData("database", "check the setting database.connectionString")]
    [InlineData("schema", "check the setting database.connectionString")]
    [InlineData("bucket", "snapshots.endpoint")]
    public async Task What_cannot_be_used_is_told_in_one_line(string wrong, string advice)
    {
        await using var deployment = await Deployment.Create();
        var settings = deployment.Settings();
        await Spoil(settings, wrong);

        var refusal = await Assert.ThrowsAsync<CommandFailedException>(() => PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.Store, default));

        Assert.Contains(advice, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static async Task Spoil(PipelineSettings settings, string wrong)
    {
        switch (wrong)
        {
            case "password":
                settings.Transport.Password = "wrong";
                break;
            case "virtualHost":
                settings.Transport.VirtualHost = "nowhere";
                break;
            case "port":
                settings.Transport.Port = 1;
                break;
            case "permissions":
                await RabbitServer.Ask(HttpMethod.Put, "users/reader", """{"password":"reader","tags":""}""");
                await RabbitServer.Ask(HttpMethod.Put, $"permissions/{settings.Transport.VirtualHost}/reader", """{"configure":"^$","write":"^$","read":".*"}""");
                (settings.Transport.Username, settings.Transport.Password) = ("reader", "reader");
                break;
            case "database":
                settings.Database.ConnectionString = "Host=127.0.0.1;Port=1;Database=pipeline;Username=pipeline";
                break;
            case "schema":
                settings.Database.ConnectionString += ";Search Path=nowhere";
                break;
            case "bucket":
                (settings.Snapshots.Kind, settings.Snapshots.Endpoint, settings.Snapshots.Bucket) = (SnapshotKind.S3, "http://127.0.0.1:1", "snapshots");
                (settings.Snapshots.AccessKey, settings.Snapshots.SecretKey) = ("key", "secret");
                break;
        }
    }
}
