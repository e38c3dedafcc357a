using System.Reflection;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.Settings;
using Pipeline.Store.Consumers;

namespace Pipeline.Deploy.Tests;

/// <summary>The files can be read, and what they name is what the code calls so.</summary>
public sealed partial class DeployFileTests
{
    private static readonly string[] Queues =
    [
        "refetch", ExtractorQueues.Fetched, ExtractorQueues.Requested, ExtractorQueues.Again, ExtractorQueues.Suspects,
        StoreQueues.Extracted, StoreQueues.Failed, StoreQueues.Requested, StoreQueues.Faults, StoreQueues.DeadLetters,
    ];

    [Fact]
    public void Every_file_can_be_read()
    {
        Assert.All(DeployFolder.Files(".json"), file => DeployFolder.Json(file));
        Assert.All(DeployFolder.Files(".yml", ".yaml"), file => DeployFolder.Yaml(file));
        Assert.All(DeployFolder.Files(".json", ".yml", ".yaml", ".conf", ".service", ".target", ".env"), file => Assert.False(string.IsNullOrWhiteSpace(File.ReadAllText(file))));
    }

    [Fact]
    public void The_settings_are_those_of_the_code_and_fit_the_compose_file()
    {
        var settings = SettingsFile.Load(DeployFolder.PathOf("settings.json"));
        var services = DeployFolder.Yaml("compose.yaml")["services"]!.AsObject();

        Assert.Equal((TransportKind.RabbitMq, DatabaseKind.Postgres), (settings.Transport.Kind, settings.Database.Kind));
        Assert.True(services.ContainsKey(settings.Transport.Host));
        Assert.Contains(settings.Database.ConnectionString!.Split(';'), part => part.StartsWith("Host=", StringComparison.Ordinal) && services.ContainsKey(part[5..]));
    }

    [Fact]
    public void Every_worker_has_a_role_and_together_they_have_all()
    {
        var commands = DeployFolder.Yaml("compose.yaml")["services"]!.AsObject().Select(service => service.Value!["command"]).OfType<System.Text.Json.Nodes.JsonArray>();
        var containers = commands.Select(command => command[^1]!.GetValue<string>());
        var units = DeployFolder.Files(".env").SelectMany(File.ReadAllLines).Where(line => line.StartsWith("PIPELINE_ROLES=", StringComparison.Ordinal)).Select(line => line.Split('=')[1]);

        Assert.All([containers, units], lists => Assert.Equal(WorkerRole.All, lists.Aggregate(WorkerRole.None, (all, list) => all | Role(list))));
    }

    [Fact]
    public void Every_variable_is_a_setting()
    {
        var variables = DeployFolder.Files(".env", "make-secrets").SelectMany(file => Variable().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).Distinct();

        Assert.All(variables, name => Assert.True(IsSetting(name.Split("__")), name));
    }

    [Fact]
    public void The_broker_knows_the_user_and_its_policies_meet_every_queue()
    {
        var definitions = DeployFolder.Json("rabbitmq/definitions.json");
        var transport = SettingsFile.Load(DeployFolder.PathOf("settings.json")).Transport;
        string Pattern(string name) => definitions["policies"]!.AsArray().Single(policy => policy!["name"]!.GetValue<string>() == name)!["pattern"]!.GetValue<string>();

        Assert.Contains(definitions["permissions"]!.AsArray(), grant => grant!["user"]!.GetValue<string>() == transport.Username && grant["vhost"]!.GetValue<string>() == transport.VirtualHost);
        Assert.All(Queues, queue => Assert.Matches(Pattern("work"), queue));
        Assert.All(Queues, queue => Assert.DoesNotMatch(Pattern("work"), queue + "_error"));
        Assert.All(Queues.SelectMany(queue => new[] { queue + "_error", queue + "_skipped" }), queue => Assert.Matches(Pattern("set-aside"), queue));
        Assert.All(definitions["users"]!.AsArray(), user => Assert.Equal("", user!["password"]!.GetValue<string>()));
    }

    [Fact]
    public void Every_metric_watched_is_one_that_a_process_tells()
    {
        var told = Directory.EnumerateFiles(Path.Combine(DeployFolder.Root, "services", "host"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Metric().Matches(File.ReadAllText(file))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var watched = DeployFolder.Files("alerts.yml", "alerts.test.yml", "pipeline.json").SelectMany(file => Metric().Matches(File.ReadAllText(file))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(watched);
        Assert.Subset(told, watched);
    }

    [Fact]
    public void Every_alert_has_its_chapter_in_the_runbook()
    {
        var chapters = File.ReadLines(Path.Combine(DeployFolder.Root, "docs", "runbook.md")).Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ')).ToHashSet(StringComparer.Ordinal);
        var alerts = Alert().Matches(DeployFolder.Text("prometheus/alerts.yml")).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(alerts);
        Assert.Subset(chapters, alerts);
    }

    private static WorkerRole Role(string list)
    {
        var role = WorkerRoles.Parse(list, out var problem);
        Assert.Null(problem);
        return role;
    }

    private static bool IsSetting(string[] names)
    {
        var type = typeof(PipelineSettings);
        foreach (var name in names)
        {
            if (type.GetProperty(name, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance) is not { } property)
                return false;
            type = property.PropertyType;
        }

        return true;
    }

    [GeneratedRegex("PIPELINE_(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex("pipeline_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"- alert: (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Alert();
}
