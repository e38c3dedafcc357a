using System.CommandLine;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Display;
using Pipeline.Host.Releasing;
using Pipeline.Host.Settings;
using Pipeline.Releases.Publishing;
using Pipeline.Store.Failures;
using Pipeline.Store.Records;
using Pipeline.Store.Status;

namespace Pipeline.Host.SampleSite;

/// <summary><c>pipeline demo</c>, also <c>./run</c> alone: serves the sample site and crawls it through the real pipeline.</summary>
internal static class DemoCommand
{
    // The site is ours, so a fifth of a second is polite; the whole crawl stays long enough to be watched.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(0.2);

    // One of its pages always fails, and nobody wants to watch how that is waited for.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var port = CheckedOption.Number("--port", 1, 65535);
        port.Description = $"Port of the sample site (default: {SampleSiteServer.DefaultPort}). Another port means other addresses: give it a data folder of its own.";
        port.HelpName = "PORT";
        var command = common.AddTo(new Command("demo", "Serves the bundled sample site on this machine, crawls it, and shows the records. The same as ./run alone.") { port });
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(port) ?? SampleSiteServer.DefaultPort, common.Settings(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> Run(int port, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var data = DataFolder.Create(settings.Data);
        await using var site = await SampleSiteServer.Start(SampleSiteServer.BundledFolder, port, cancellation);
        terminal.Say($"The sample site is served at {site.Address}");
        settings.AllowPrivate.Add(site.Address.Authority);
        settings.Crawl = settings.Crawl with { Delay = Delay, Retries = settings.Crawl.Retries with { FirstPause = FirstPause } };
        await using var host = await PipelineHost.Start(settings, data, WorkerRole.All, cancellation);
        await host.RepublishLost(settings.Transport, cancellation);
        var report = await host.Get<CrawlRunner>().Run(Plan(site), CrawlDisplays.For(terminal), cancellation);
        var summary = await CrawlSummary.Of(report, host.Get<RecordQuery>(), host.Get<FailureQuery>(), host.Get<RunQuery>(), cancellation);
        await DemoExports.Write(data, host, cancellation);
        var release = await host.Get<ReleasePublisher>().Below(data.Releases, new RecordFilter(), new ReleaseChoice(ReleaseCommand.StandardAuthor, "", ReleaseCommand.Program), null, cancellation);
        summary.PrintTable(terminal);
        foreach (var line in DemoLines.Of(summary, site, data, release.Folder))
            await terminal.Out.WriteLineAsync(line);
        return summary.Failures.All(failure => site.IsMeantToFail(new Uri(failure.Url))) ? ExitCode.Done : ExitCode.Failed;
    }

    private static CrawlPlan Plan(SampleSiteServer site) => new()
    {
        Sources = [SourceReader.Seed(site.Address) with { Name = "sample site", Official = true }],
    };
}
