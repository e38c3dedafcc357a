using System.CommandLine;
using System.Globalization;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Settings;
using Spectre.Console;

namespace Pipeline.Host.Sources;

/// <summary><c>pipeline sources check</c>: reads the sources file and looks at every start address.</summary>
internal static class SourcesCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var file = new Argument<string?>("FILE") { Description = "Sources file (default: sources.json, or the setting sources).", Arity = ArgumentArity.ZeroOrOne };
        var check = common.AddTo(new Command("check", "Checks the file, then asks each start address once and tells what is there.") { file });
        check.SetAction((parsed, cancellation) => Check(parsed.GetValue(file), common.Settings(parsed), terminal, cancellation));
        return new Command("sources", "Works on the sources file.") { check };
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
        return checks.All(check => check.Problem is null) ? ExitCode.Done : ExitCode.Failed;
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
