using System.Globalization;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Spectre.Console;

namespace Pipeline.Host.Display;

/// <summary>What a crawl would do with one page.</summary>
internal static class DryRunTable
{
    public static void Print(DryRun run, Terminal terminal)
    {
        terminal.Out.WriteLine($"{run.Url}: status {run.Status}, {run.State}{(run.IsDocument ? "; it would be read as a document" : "")}");
        if (run.Links.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple).AddColumns("score", "followed", "kind", "text", "address", "why");
        foreach (var link in run.Links)
            table.AddRow(
                [link.Score.ToString(CultureInfo.InvariantCulture), link.Followed ? "yes" : "no", .. new[] { link.Kind.ToString(), link.Text, link.Url.ToString(), link.Why }.Select(Markup.Escape)]);
        terminal.Result.Write(table);
    }
}
