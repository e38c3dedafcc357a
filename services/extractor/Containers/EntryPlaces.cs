using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Containers;

/// <summary>Puts the name of a container's entry before every place that was found in it.</summary>
internal static class EntryPlaces
{
    public static AnnualReport Within(string entry, AnnualReport report) => report with
    {
        Cells = [.. report.Cells.Select(cell => cell with { Source = Within(entry, cell.Source) })],
        Issues = [.. report.Issues.Select(issue => issue with { Where = Within(entry, issue.Where) })],
    };

    public static SourceDocument Within(string entry, SourceDocument document) => document with
    {
        Blocks = [.. document.Blocks.Select(block => Within(entry, block))],
        Issues = [.. document.Issues.Select(issue => issue with { Where = Within(entry, issue.Where) })],
    };

    /// <summary>An entry of a container within the container: one name with both.</summary>
    private static EntryLocator? Within(string entry, Locator? place) => place switch
    {
        null => null,
        EntryLocator nested => new EntryLocator(EntryName.Joined(entry, nested.Entry), nested.Inner),
        _ => new EntryLocator(entry, place),
    };

    private static Block Within(string entry, Block block) => block switch
    {
        GridBlock grid => grid with { Source = Within(entry, grid.Source)!, Cells = [.. grid.Cells.Select(cell => cell with { Source = Within(entry, cell.Source)! })] },
        TextBlock text => text with { Source = Within(entry, text.Source)!, Segments = [.. text.Segments.Select(segment => segment with { Source = Within(entry, segment.Source)! })] },
        _ => block,
    };
}
