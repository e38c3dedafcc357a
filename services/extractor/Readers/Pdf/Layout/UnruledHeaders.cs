using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// The headers of a table without rules. The lowest block of words over a column is its own header; the blocks above name runs of columns, each
/// in the middle of its run, or at its left side where all that the table says begins at the left side of its cells.
/// </summary>
/// <param name="Corner">What stands above the labels; null when nothing does.</param>
/// <param name="Spanning">Levels of headers over several columns, from the top.</param>
/// <param name="Own">Headers of single columns.</param>
internal sealed record UnruledHeaders(LineSegment? Corner, ImmutableArray<ImmutableArray<UnruledHeaders.Cell>> Spanning, ImmutableArray<UnruledHeaders.Cell> Own)
{
    public static UnruledHeaders Of(UnruledRegion region)
    {
        var left = region.Columns.Borders()[0];
        var segments = region.Headers.SelectMany(line => Parts(line, region.Columns)).ToLookup(segment => segment.Box.MiddleX < left);
        var blocks = WordBlocks.Of(segments[false], region.Columns);
        var own = OverOneColumn(blocks, region.Columns);
        var spanning = Levels(blocks.Where(block => !own.Any(cell => cell.Words == block))).ToList();
        var corner = segments[true].OrderBy(segment => segment.Box.MiddleY).ToList();
        return new UnruledHeaders(
            corner.Count == 0 ? null : new LineSegment(string.Concat(corner.Select(segment => segment.Text)), PdfBox.Around(corner.Select(segment => segment.Box))),
            [.. spanning.Select((level, i) => Spans(level, i == spanning.Count - 1, own, region.Columns)).Where(level => !level.IsEmpty)], own);
    }

    /// <summary>The words of a line: narrow columns leave less space between headers than makes a segment. Words over the same column stay together.</summary>
    private static IEnumerable<LineSegment> Parts(TextLine line, FigureColumns columns)
    {
        var borders = columns.Borders();
        int Column(PdfWord word) => borders.Count(border => border < word.Box.MiddleX);
        var parts = new List<(LineSegment Part, PdfWord Last)>();
        foreach (var word in line.Words)
        {
            if (parts.Count > 0 && parts[^1] is var (part, last) && !WordGap.SetsApart(last, word) && Column(last) == Column(word))
                parts[^1] = (new LineSegment(part.Text + word.Text, part.Box.Union(word.Box)), word);
            else
                parts.Add((new LineSegment(word.Text, word.Box), word));
        }
        return parts.Select(pair => pair.Part);
    }

    private static ImmutableArray<Cell> OverOneColumn(ImmutableArray<LineSegment> blocks, FigureColumns columns)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        var borders = columns.Borders();
        for (var column = 0; column < columns.Extents.Length; column++)
        {
            var (start, end) = (borders[column], borders[column + 1]);
            // A block whose middle is over another column is that one's, or names both.
            // Of the last column nobody tells where it ends.
            var isLast = column == columns.Extents.Length - 1;
            var over = blocks.Where(block => block.Box.MiddleX >= start && (block.Box.MiddleX <= end || (isLast && block.Box.Left <= columns.Extents[column].End))).OrderByDescending(block => block.Box.Bottom).FirstOrDefault();
            if (over is not null)
                cells.Add(new Cell(over, column, column));
        }
        return cells.ToImmutable();
    }

    private static IEnumerable<List<LineSegment>> Levels(IEnumerable<LineSegment> blocks)
    {
        var level = new List<LineSegment>();
        foreach (var block in blocks.OrderBy(block => block.Box.MiddleY))
        {
            if (level.Count > 0 && block.Box.MiddleY > level.Min(other => other.Box.Bottom))
            {
                yield return level;
                level = [];
            }
            level.Add(block);
        }
        if (level.Count > 0)
            yield return level;
    }

    private static ImmutableArray<Cell> Spans(List<LineSegment> level, bool isLowest, ImmutableArray<Cell> own, FigureColumns columns)
    {
        var borders = columns.Borders();
        var under = Enumerable.Range(0, columns.Extents.Length).Where(column => !isLowest || !own.Any(cell => cell.First == column && !IsInLowestRow(cell, own))).ToList();
        var anchors = level.OrderBy(block => block.Box.MiddleX).ToList();
        if (level.TrueForAll(block => StartAt(block, own) is not null) && columns.Side == CellSide.Left)
            return Runs(level, under, own);
        // A column too many or too few moves the middle by half a column; leaving one out must cost less than that.
        var pitch = (borders[^1] - borders[0]) / columns.Extents.Length;
        var owners = CentredRuns.Share([.. under.Select(column => (borders[column], borders[column + 1]))], [.. anchors.Select(block => block.Box.MiddleX)], pitch * pitch / 16, pitch * pitch / 16);
        return owners is null ? [] : [.. anchors.Select((block, i) => new Cell(block, under[owners.Value.IndexOf(i)], under[owners.Value.LastIndexOf(i)]))];
    }

    /// <summary>Each header names the columns from the one at whose left side it begins to the one before the next header's.</summary>
    private static ImmutableArray<Cell> Runs(List<LineSegment> level, List<int> under, ImmutableArray<Cell> own)
    {
        var starts = level.Select(block => (Block: block, First: StartAt(block, own)!.Value)).OrderBy(start => start.First).ToList();
        return [.. starts.Select((start, i) => new Cell(start.Block, start.First, under.Where(column => i + 1 == starts.Count || column < starts[i + 1].First).Append(start.First).Max()))];
    }

    private static int? StartAt(LineSegment block, ImmutableArray<Cell> own) => own.FirstOrDefault(cell => IsNear(cell.Words.Box.Left, block.Box.Left, block))?.First;

    private static bool IsNear(double one, double other, LineSegment words) => Math.Abs(one - other) < words.Box.Height / 4;

    /// <summary>Headers right below the lowest level share the top, middle or bottom of their row; one that takes up the level's height too shares none.</summary>
    private static bool IsInLowestRow(Cell cell, ImmutableArray<Cell> own)
    {
        var (box, lowest) = (cell.Words.Box, own.MaxBy(other => other.Words.Box.MiddleY)!.Words.Box);
        var slack = Math.Min(box.Height, lowest.Height) / 4;
        return Math.Abs(box.Top - lowest.Top) < slack || Math.Abs(box.MiddleY - lowest.MiddleY) < slack || Math.Abs(box.Bottom - lowest.Bottom) < slack;
    }

    /// <param name="First">First figure column that it names, from 0.</param>
    internal sealed record Cell(LineSegment Words, int First, int Last);
}
