using System.Globalization;
using Pipeline.Crawler.Crawling;
using Spectre.Console;

namespace Pipeline.Host.Display;

/// <summary>What a crawl did, a row per source. Columns that are nought for every source are left out.</summary>
internal static class CrawlTable
{
    private static readonly (string Name, Func<SourceReport, int> Count)[] Columns =
    [
        ("requests", source => source.Requests), ("found", source => source.Found), ("new", source => source.New), ("changed", source => source.Changed),
        ("unchanged", source => source.Unchanged), ("gone", source => source.Gone), ("robots.txt forbids", source => source.RefusedByRobots),
        ("robots.txt unreachable", source => source.RobotsUnreachable), ("refused by us", source => source.RefusedByPolicy), ("declined", source => source.Blocked), ("not there (200)", source => source.SoftNotFound),
        ("login", source => source.Login), ("failed", source => source.Failed), ("left alone", source => source.LeftAlone.Values.Sum()), ("resting", source => source.NotDue),
    ];

    public static Table Of(IReadOnlyList<SourceReport> sources)
    {
        var shown = Columns.Where(column => sources.Any(source => column.Count(source) > 0)).ToList();
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("source");
        foreach (var (name, _) in shown)
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var source in sources)
            table.AddRow([Markup.Escape(source.Name), .. shown.Select(column => Number(column.Count(source)))]);
        if (sources.Count > 1)
            table.AddRow(["all", .. shown.Select(column => Number(sources.Sum(column.Count)))]);
        return table;
    }

    private static string Number(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
}
