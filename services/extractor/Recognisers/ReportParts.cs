using System.Collections.Immutable;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Recognisers;

/// <summary>Cuts a page that holds several reports into its reports.</summary>
public static class ReportParts
{
    /// <summary>Ranges of blocks, one a report; the whole page where there is one or none.</summary>
    public static ImmutableArray<Range> Of(ImmutableArray<Block> blocks)
    {
        var starts = Starts(blocks);
        if (starts.Count < 2)
            return [Whole(blocks)];
        // The first part also gets what stands before it: the page's head belongs to every report or to the first.
        starts[0] = 0;
        var ranges = starts.Select((start, i) => start..(i + 1 < starts.Count ? starts[i + 1] : blocks.Length)).ToImmutableArray();
        // Two headings but one table: an overview of contents, not two reports.
        return ranges.Count(range => HasApplications([.. blocks.AsSpan()[range]])) == ranges.Length ? ranges : [Whole(blocks)];
    }

    private static Range Whole(ImmutableArray<Block> blocks) => 0..blocks.Length;

    // A report starts at the title before its section one, or at that heading itself.
    private static List<int> Starts(ImmutableArray<Block> blocks)
    {
        var starts = new List<int>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is TextBlock text && IsFirstHeading(text.Text))
                starts.Add(TitleBefore(blocks, i, starts.Count == 0 ? 0 : starts[^1] + 1) ?? i);
        }

        return starts;
    }

    private static bool IsFirstHeading(string text) => (SectionHeadings.Match(text) ?? SectionHeadings.Leading(text)?.Section) == "overview";

    private static int? TitleBefore(ImmutableArray<Block> blocks, int heading, int from)
    {
        for (var i = heading - 1; i >= from; i--)
        {
            if (blocks[i] is GridBlock)
                return null;
            if (blocks[i] is TextBlock text && ReportTitle.Of(text.Text) is not null)
                return i;
        }

        return null;
    }

    private static bool HasApplications(ImmutableArray<Block> blocks) => blocks.Any(block => block switch
    {
        GridBlock grid => grid.Cells.Any(cell => IsRowOfApplications(cell.Text)),
        TextBlock text => IsRowOfApplications(text.Text) || text.Segments.Any(segment => IsRowOfApplications(segment.Text)),
        _ => false,
    });

    private static bool IsRowOfApplications(string text) =>
        LabelLexicon.Match(text).Any(match => match.Label is { Table: TableName.Applications, Axis: Axis.Row, Key: "new" or "carried_over" or "carried_forward" });
}
