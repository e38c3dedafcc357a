using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Faults.Tests.Site;
using Pipeline.Store.Tests.Engines;
using RabbitMQ.Client.Exceptions;

namespace Pipeline.Faults.Tests.Faults;

/// <summary>A crawl by two processes of each role while everything around it fails, one fault after another.</summary>
internal sealed class FaultRun(FaultPlan plan, ReportSite site, Deployment deployment, Action<string> say)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    private readonly Random _choice = new(plan.Seed);
    private readonly string _connection = deployment.Settings().Database.ConnectionString!;
    private readonly Dictionary<string, int> _done = new(StringComparer.Ordinal);
    private readonly StrayMessages _strays = new(deployment);
    private int _duringCrawl;

    public async Task<FaultOutcome> Run()
    {
        using var line = new HeldLine(RabbitServer.Port);
        using var disk = SmallDisk.Mount(Path.Combine(deployment.Folder, "data", "snapshots"));
        var (direct, held) = (await WriteSettings("direct", RabbitServer.Port), await WriteSettings("held", line.Port));
        await using var crew = Crew.Start([("crawler", direct), ("crawler", held), ("extractor", direct), ("extractor", held), ("store", direct), ("store", held)]);
        var patience = new Patience(say, async () => $"Queues: {await deployment.Queues()}\n{await crew.StopAndTell()}");
        await patience.Until("a document is fetched", plan.LongestWait, Look, tally => tally.Documents > 0);
        await _strays.Listen();
        // What a broker was told within seconds of its end it may not know afterwards, such as that a queue exists.
        await Task.Delay(Settling);
        foreach (var fault in Faults())
        {
            await Commit(fault, crew, line, disk);
            if (await Tally.Ask(_connection) is null or { OpenCrawls: > 0 })
                _duringCrawl++;
            await Task.Delay(plan.Pause);
        }

        say($"faults done ({string.Join(", ", _done.Select(done => $"{done.Value} × {done.Key}"))}), {_duringCrawl} of {_done.Values.Sum()} before the crawl had ended; waiting for the rest");
        var tally = await patience.Until($"all {site.Documents} documents are settled and the crawl has ended", plan.LongestWait, Look, tally => tally.IsSettled);
        say($"workers that ended by themselves: {crew.EndedByThemselves}{string.Concat(crew.LastWords.Select(words => $"\n  {words}"))}");
        // Garbage stands in line behind the documents.
        var garbage = await patience.Until($"{_strays.Sent} garbage messages are set aside", plan.LongestWait, _strays.SetAside, seen => seen.Count >= _strays.Sent);
        return new FaultOutcome(tally, await Tally.Reasons(_connection), _strays.Repeated, _strays.Sent, garbage.Count, await Export.Of("--config", direct));
    }

    private Task<Tally?> Look() => Tally.Ask(_connection);

    private string[] Faults()
    {
        string[] faults =
        [
            .. Enumerable.Repeat("kill", plan.Kills), .. Enumerable.Repeat("broker restart", plan.BrokerRestarts), .. Enumerable.Repeat("database restart", plan.DatabaseRestarts),
            .. Enumerable.Repeat("full disk", plan.DiskFills), .. Enumerable.Repeat("held line", plan.Holds), .. Enumerable.Repeat("strays", plan.Strays),
        ];
        _choice.Shuffle(faults);
        return faults;
    }

    private async Task Commit(string fault, Crew crew, HeldLine line, SmallDisk? disk)
    {
        try
        {
            switch (fault)
            {
                case "kill" when !await crew.KillOne(_choice):
                case "full disk" when disk is null:
                    return;
                case "broker restart":
                    await Task.Run(RabbitServer.Restart);
                    break;
                case "database restart":
                    await Task.Run(PostgresServer.Restart);
                    break;
                case "full disk":
                    await disk!.Fill(plan.Stretch);
                    break;
                case "held line":
                    await line.Hold(plan.Stretch);
                    break;
                case "strays":
                    await _strays.Repeat();
                    await _strays.SendGarbage();
                    break;
            }

            _done[fault] = _done.GetValueOrDefault(fault) + 1;
            say($"{fault}; {await Tally.Ask(_connection)}");
        }
        catch (Exception error) when (error is BrokerUnreachableException or AlreadyClosedException or PublishException or OperationInterruptedException or IOException or TimeoutException)
        {
            say($"{fault}: the broker was away ({error.Message})");
        }
    }

    private async Task<string> WriteSettings(string name, int port)
    {
        var sources = Path.Combine(deployment.Folder, "sources.json");
        await site.WriteSources(sources, plan.Delay);
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(deployment.SettingsFile))!;
        settings["sources"] = sources;
        settings["transport"]!["port"] = port;
        // Half of the sites each, as long as both live.
        settings["crawl"] = new JsonObject { ["hosts"] = plan.Hosts / 2 };
        settings["sweep"] = new JsonObject { ["interval"] = "00:00:05", ["firstPatience"] = "00:00:20", ["maxAttempts"] = 20 };
        var file = Path.Combine(deployment.Folder, $"{name}.json");
        await File.WriteAllTextAsync(file, settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return file;
    }
}
