using System.Globalization;
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
    // Work that was lost comes back from the sweeper after its patience, doubled by every time that it was lost; many times longer, and it is lost for good.
    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(15);

    private readonly Random _choice = new(plan.Seed);
    private readonly string _connection = deployment.Settings().Database.ConnectionString!;
    private readonly Dictionary<string, int> _done = new(StringComparer.Ordinal);
    private int _duringCrawl;

    public async Task<FaultOutcome> Run()
    {
        using var line = new HeldLine(RabbitServer.Port);
        using var disk = SmallDisk.Mount(Path.Combine(deployment.Folder, "data", "snapshots"));
        var (direct, held) = (await WriteSettings("direct", RabbitServer.Port), await WriteSettings("held", line.Port));
        await using var crew = Crew.Start([("crawler", direct), ("crawler", held), ("extractor", direct), ("extractor", held), ("store", direct), ("store", held)]);
        await Until(tally => tally.Documents > 0);
        var strays = new StrayMessages(deployment);
        await strays.Listen();
        foreach (var fault in Faults())
        {
            await Commit(fault, crew, strays, line, disk);
            if (await Tally.Ask(_connection) is null or { OpenCrawls: > 0 })
                _duringCrawl++;
            await Task.Delay(plan.Pause);
        }

        say($"faults done ({string.Join(", ", _done.Select(done => $"{done.Value} × {done.Key}"))}), {_duringCrawl} of {_done.Values.Sum()} before the crawl had ended; waiting for the rest");
        var tally = await Until(tally => tally.IsSettled);
        say($"workers that ended by themselves: {crew.EndedByThemselves}{(crew.LastWords is null ? "" : $", the last with: {crew.LastWords}")}");
        return new FaultOutcome(tally, await Tally.Reasons(_connection), strays.Repeated, strays.Sent, await AllSetAside(strays), await Export.Of("--config", direct));
    }

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

    private async Task Commit(string fault, Crew crew, StrayMessages strays, HeldLine line, SmallDisk? disk)
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
                    await strays.Repeat();
                    await strays.SendGarbage();
                    break;
            }

            _done[fault] = _done.GetValueOrDefault(fault) + 1;
            say($"{fault}; {await Tally.Ask(_connection)}");
        }
        catch (Exception error) when (error is BrokerUnreachableException or AlreadyClosedException or PublishException or IOException)
        {
            say($"{fault}: the broker was away ({error.Message})");
        }
    }

    private async Task<Tally> Until(Func<Tally, bool> isReached)
    {
        var start = TimeProvider.System.GetTimestamp();
        Tally? tally;
        while ((tally = await Tally.Ask(_connection)) is null || !isReached(tally))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < LongestSettling, string.Create(CultureInfo.InvariantCulture, $"Not settled after {LongestSettling}: {tally} of {site.Documents}"));
            await Task.Delay(1000);
        }

        return tally;
    }

    /// <summary>Garbage stands in line behind the documents.</summary>
    private static async Task<int> AllSetAside(StrayMessages strays)
    {
        var start = TimeProvider.System.GetTimestamp();
        int seen;
        while ((seen = await strays.SetAside()) < strays.Sent && TimeProvider.System.GetElapsedTime(start) < LongestSettling)
            await Task.Delay(1000);
        return seen;
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
