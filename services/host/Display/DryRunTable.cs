using System.Globalization;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Frontier;
using Pipeline.Host.CommandLine;
using Spectre.Console;

namespace Pipeline.Host.Display;

/// <summary>What a crawl would do with one page.</summary>
internal static class DryRunTable
{
    public static void Print(DryRun run, Terminal terminal)
    {
        terminal.Out.WriteLine($"{run.Url}: status {run.Status}, {run.State}{(run.IsDocument ? "; it would be read as a document" : "")}");
        foreach (var list in run.Lists)
            Print(list, terminal);
        if (run.Links.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple).AddColumns("score", "followed", "kind", "text", "address", "why");
        foreach (var link in run.Links)
            table.AddRow(
                [link.Score.ToString(CultureInfo.InvariantCulture), link.Followed ? "yes" : "no", .. new[] { link.Kind.ToString(), link.Text, link.Url.ToString(), link.Why }.Select(Markup.Escape)]);
        terminal.Result.Write(table);
    }

    private static void Print(DryRunList list, Terminal terminal)
    {
        terminal.Out.WriteLine($"List: {list.Request}");
        terminal.Out.WriteLine($"  learned from {(list.LearnedFrom == ListRecipe.Browser ? "a browser" : "the page's scripts")}{(list.Counter is { } counter ? $"; counts by {counter}" : "")}{(list.Template is { } template ? $"; rows lead to {template}" : "")}");
        if (list.Trouble is { } trouble)
            terminal.Out.WriteLine($"  {trouble}");
        foreach (var row in list.Rows)
            terminal.Out.WriteLine($"  - {row.Text}: {row.Url}{(row.Followed ? "" : $" (not followed: {row.Why})")}");
        if (list.Rows.Count == 0 && list.Trouble is null)
            terminal.Out.WriteLine("  brings no rows");
    }
}
