using Pipeline.Crawler.Crawling;
using Pipeline.Host.Display;
using Spectre.Console;

namespace Pipeline.Host.Tests.Display;

public sealed class CrawlTableTests
{
    [Fact]
    public void Each_source_has_a_row_and_what_no_source_has_no_column()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 120;
        console.Write(CrawlTable.Of([
            new SourceReport { Name = "云岭县", Requests = 40, New = 3, Unchanged = 4, RefusedByRobots = 2 },
            new SourceReport { Name = "[x]", Requests = 2, Blocked = 1, LeftAlone = new Dictionary<string, int> { ["beyond the limit"] = 5 } },
        ]));
        var rows = text.ToString().Split('\n').Where(line => line.StartsWith('│')).Select(line => line.TrimEnd('\r')[1..^1].Split('│', StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(["source", "requests", "found", "new", "unchanged", "robots.txt forbids", "declined", "left alone"], rows[0]);
        Assert.Equal(["云岭县", "40", "7", "3", "4", "2", "", ""], rows[1]);
        Assert.Equal(["[x]", "2", "", "", "", "", "1", "5"], rows[2]);
        Assert.Equal(["all", "42", "7", "3", "4", "2", "1", "5"], rows[3]);
    }
}
