using System.CommandLine;
using System.Globalization;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Settings;
using Spectre.Console;

namespace Pipeline.Host.Sources;

/// <summary><c>pipeline sources check</c> and <c>discover</c>: what a sources file leads to, and what else could stand in it.</summary>
internal static class SourcesCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var file = new Argument<string?>("FILE") { Description = "Sources file (default: sources.json, or the setting sources).", Arity = ArgumentArity.ZeroOrOne };
        var check = common.AddTo(new Command("check", "Checks the file, then asks each start address once and tells what is there, and what crawls have learned.") { file });
        check.SetAction((parsed, cancellation) => Check(parsed.GetValue(file), common.Settings(parsed), terminal, cancellation));
        return new Command("sources", "Works on the sources file.") { check, Discover(terminal) };
    }

    private static Command Discover(Terminal terminal)
    {
        var common = new CommonOptions();
        var portals = new Argument<string>("FILE|URL") { Description = "A page that lists departments or townships, or links such lists; or a file with one such address a line." };
        var command = common.AddTo(new Command("discover", "Proposes sources: one for each body that a portal lists, with the start address of its report column, as a sources file.") { portals });
        command.SetAction((parsed, cancellation) => Propose(parsed.GetValue(portals)!, common.Settings(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> Check(string? path, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var file = CrawlPlans.Read(path ?? settings.Sources);
        settings.AllowPrivate.AddRange(file.AllowPrivate);
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.None, cancellation);
        var checks = await host.Get<SiteCrawler>().Check(new CrawlPlan { Sources = file.Sources }, cancellation);
        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "start", "status", "title", "links", "to reports", "documents", "problem");
        foreach (var check in checks)
            table.AddRow(Cells(check));
        terminal.Result.Write(table);
        terminal.Result.Write(await Standings(host, file.Sources, cancellation));
        return checks.All(check => check.Problem is null) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> Propose(string given, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var portals = File.Exists(given) ? File.ReadAllLines(given).Select(line => line.Trim()).Where(line => line.Length > 0).Select(CrawlPlans.Address).ToList() : [CrawlPlans.Address(given)];
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.None, cancellation);
        var found = new List<ProposedSource>();
        var isWhole = true;
        foreach (var portal in portals)
        {
            var proposed = await host.Get<SourceDiscovery>().Find(portal, cancellation);
            found.AddRange(proposed.Sources);
            isWhole &= proposed.Sources.Count > 0;
            if (proposed.Sources.Count == 0)
                terminal.Say($"{portal}: {proposed.Trouble ?? "no body is named there; give the address of the page that lists departments or townships"}.");
        }

        terminal.Out.WriteLine(SourceProposal.Of(found, settings.AllowPrivate));
        var lacking = found.Where(source => !source.HasColumn).ToList();
        foreach (var source in lacking)
            terminal.Say($"{source.Name}: no column of reports was found near {source.Start}, so it starts there.");
        if (found.Count > 0)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{found.Count} bodies, {found.Count - lacking.Count} with a column of reports. Look through them, then run pipeline sources check FILE."));
        return isWhole ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<Table> Standings(RunningHost host, IReadOnlyList<Source> sources, CancellationToken cancellation)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "reports found by", "documents", "years", "missing", "waiting");
        foreach (var source in sources)
        {
            var standing = await host.Get<SourceStandings>().Of(source.Name, cancellation);
            var years = standing.Years.Years;
            table.AddRow(new[]
            {
                source.Name, standing.FoundBy, Number(standing.Years.Documents), years.Count == 0 ? "" : $"{years.Count}: {years[0]} to {years[^1]}", string.Join(", ", standing.Years.Missing),
                string.Join('\n', standing.Waiting),
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }

    private static string[] Cells(SourceCheck check) =>
    [
        Markup.Escape(check.Source),
        Markup.Escape(check.Start.ToString()),
        .. new[] { check.Status }.Select(Number),
        Markup.Escape(check.Title),
        .. new[] { check.Links, check.ReportLinks, check.Documents }.Select(Number),
        Markup.Escape(check.Problem ?? ""),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
