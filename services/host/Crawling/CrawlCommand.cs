using System.CommandLine;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Display;
using Pipeline.Host.Settings;
using Pipeline.Store.Failures;
using Pipeline.Store.Records;
using Pipeline.Store.Status;

namespace Pipeline.Host.Crawling;

/// <summary><c>pipeline crawl</c>: one crawl to completion, with all workers in this process.</summary>
internal static class CrawlCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var sources = new Option<string?>("--sources") { Description = "Sources file (default: sources.json, or the setting sources).", HelpName = "FILE" };
        var seeds = new Option<string[]>("--seed") { Description = "Address to begin at, instead of a sources file or beside it; repeatable.", HelpName = "URL", DefaultValueFactory = _ => [] };
        var delay = CheckedOption.Number("--delay", 0.0, 3600.0);
        delay.Description = "Least seconds between two requests to one host (default: 1).";
        delay.HelpName = "SECONDS";
        var dryRun = new Option<string?>("--dry-run") { Description = "Fetch this one page and show what a crawl would follow and why; stores nothing.", HelpName = "URL" };
        var explore = new Option<bool>("--explore") { Description = "Visit everything that the sources lead to, what earlier crawls left unexplored too: reports that nothing names." };
        var command = common.AddTo(new Command("crawl", "Crawls the sources once, reads what it finds, and ends with a table of the records.") { sources, seeds, delay, dryRun, explore });
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = common.Settings(parsed);
            if (parsed.GetValue(delay) is { } seconds)
                settings.Crawl = settings.Crawl with { Delay = TimeSpan.FromSeconds(seconds) };
            return parsed.GetValue(dryRun) is { } page
                ? await TryOut(page, settings, terminal, cancellation)
                : await Run(parsed.GetValue(sources), parsed.GetValue(seeds)!, parsed.GetValue(explore), settings, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(string? path, string[] seeds, bool explores, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var file = CrawlPlans.Choose(path, seeds, settings.Sources);
        settings.AllowPrivate.AddRange(file.AllowPrivate);
        if (CrawlPlans.Advice(settings.Crawl) is { } advice)
            terminal.Say(advice);
        var data = DataFolder.Create(settings.Data);
        await using var host = await PipelineHost.Start(settings, data, WorkerRole.All, cancellation);
        await host.RepublishLost(settings.Transport, cancellation);
        var report = await host.Get<CrawlRunner>().Run(new CrawlPlan { Sources = file.Sources, Explores = explores }, CrawlDisplays.For(terminal), cancellation);
        var summary = await CrawlSummary.Of(report, host.Get<RecordQuery>(), host.Get<FailureQuery>(), host.Get<RunQuery>(), cancellation);
        summary.PrintTable(terminal);
        terminal.Status.Write(CrawlTable.Of(report.Sources));
        foreach (var line in CrawlLines.Remarks(report).Concat(CrawlLines.Of(summary.Failures)))
            terminal.Say(line);
        return summary.HasFailures ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> TryOut(string page, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var address = CrawlPlans.Address(page);
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.None, cancellation);
        var tried = await host.Get<SiteCrawler>().TryOut(address, cancellation);
        DryRunTable.Print(tried, terminal);
        return tried.HasFailed ? ExitCode.Failed : ExitCode.Done;
    }
}
