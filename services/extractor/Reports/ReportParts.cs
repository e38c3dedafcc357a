using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Reports;

/// <summary>Cuts a page that holds several reports into its reports.</summary>
internal sealed class ReportParts(FormFamily family)
{
    /// <summary>Ranges of blocks, one a report; the whole page where there is one or none.</summary>
    public ImmutableArray<Range> Of(ImmutableArray<Block> blocks)
    {
        var starts = Starts(blocks);
        if (starts.Count < 2)
            return [Whole(blocks)];
        // The first part also gets what stands before it: the page's head belongs to every report or to the first.
        starts[0] = 0;
        var ranges = starts.Select((start, i) => start..(i + 1 < starts.Count ? starts[i + 1] : blocks.Length)).ToImmutableArray();
        // Two headings but one table: an overview of contents, not two reports.
        return ranges.Count(range => HasMainTable([.. blocks.AsSpan()[range]])) == ranges.Length ? ranges : [Whole(blocks)];
    }

    /// <summary>Whether a table with a row for each kind of answer is among the blocks, or what names such rows.</summary>
    public bool HasMainTable(ImmutableArray<Block> blocks) => blocks.Any(block => block switch
    {
        GridBlock grid => grid.Cells.Any(cell => IsRowOfMainTable(cell.Text)),
        TextBlock text => IsRowOfMainTable(text.Text) || text.Segments.Any(segment => IsRowOfMainTable(segment.Text)),
        _ => false,
    });

    private static Range Whole(ImmutableArray<Block> blocks) => 0..blocks.Length;

    // A report starts at the title before its section one, or at that heading itself.
    private List<int> Starts(ImmutableArray<Block> blocks)
    {
        var starts = new List<int>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is TextBlock text && IsFirstHeading(text.Text))
                starts.Add(TitleBefore(blocks, i, starts.Count == 0 ? 0 : starts[^1] + 1) ?? i);
        }

        return starts;
    }

    private bool IsFirstHeading(string text) => (family.Headings.Match(text) ?? family.Headings.Leading(text)?.Heading.Section) is { } section && section == family.Headings.Sections.FirstOrDefault();

    private int? TitleBefore(ImmutableArray<Block> blocks, int heading, int from)
    {
        for (var i = heading - 1; i >= from; i--)
        {
            if (blocks[i] is GridBlock)
                return null;
            if (blocks[i] is TextBlock text && ReportTitle.Of(text.Text, family.Genre.Titles) is not null)
                return i;
        }

        return null;
    }

    // A row that every such table has; the rows that only add up to a total may be left out.
    private bool IsRowOfMainTable(string text) =>
        family.Lexicon.Match(text).Any(match => match.Label is { Table.Shape: TableShape.Matrix or TableShape.List, Axis: Axis.Row, IsCommon: false } label && !label.Table.IsAddend(label.Key));
}
