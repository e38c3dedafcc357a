using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Model;

/// <summary>What was read, with every place in it replaced by another.</summary>
internal static class Places
{
    public static AnnualReport Of(AnnualReport report, Func<Locator, Locator> place) => report with
    {
        Cells = [.. report.Cells.Select(cell => cell.Source is null ? cell : cell with { Source = place(cell.Source) })],
        Issues = Of(report.Issues, place),
    };

    public static SourceDocument Of(SourceDocument document, Func<Locator, Locator> place) => document with
    {
        Blocks = Of(document.Blocks, place),
        Issues = Of(document.Issues, place),
    };

    public static ImmutableArray<Block> Of(ImmutableArray<Block> blocks, Func<Locator, Locator> place) => [.. blocks.Select(block => Of(block, place))];

    private static ImmutableArray<Issue> Of(IEnumerable<Issue> issues, Func<Locator, Locator> place) =>
        [.. issues.Select(issue => issue.Where is null ? issue : issue with { Where = place(issue.Where) })];

    private static Block Of(Block block, Func<Locator, Locator> place) => block switch
    {
        GridBlock grid => grid with { Source = place(grid.Source), Cells = [.. grid.Cells.Select(cell => cell with { Source = place(cell.Source) })] },
        TextBlock text => text with { Source = place(text.Source), Segments = [.. text.Segments.Select(segment => segment with { Source = place(segment.Source) })] },
        _ => block,
    };
}
