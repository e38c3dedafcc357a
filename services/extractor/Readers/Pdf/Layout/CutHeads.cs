using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Where a page ends between the head of a table without rules and its rows, the rows are read again under the lines with which that page ends.</summary>
internal static class CutHeads
{
    /// <summary>Lines of a head: three levels, of which the lowest wraps.</summary>
    private const int MostLines = 8;

    /// <summary>Heights of a line between the head and the rows.</summary>
    private const double Gap = 0.3;

    /// <param name="running">Headers, footers and page numbers.</param>
    public static ImmutableArray<ImmutableArray<FlowItem>> Restored(ImmutableArray<ImmutableArray<FlowItem>> flows, ImmutableHashSet<FlowItem> running)
    {
        var restored = flows.ToBuilder();
        for (var i = 1; i < flows.Length; i++)
        {
            ImmutableArray<TextLine> head = [.. flows[i - 1].Reverse().Where(item => !running.Contains(item)).TakeWhile(item => item.Line is not null).Take(MostLines).Reverse().Select(item => item.Line!)];
            if (head.IsEmpty || flows[i].FirstOrDefault(item => !running.Contains(item)) is not { } first || !LacksHead(first))
                continue;
            var (margins, page) = (flows[i].Where(running.Contains).ToList(), first.Page);
            var again = PageFlow.Of(page with { Words = page.Words.RemoveRange(margins.SelectMany(item => item.Line!.Words)) }, null, Above(first.Box.Top, head));
            if (again.FirstOrDefault() is { Table: not null } table && !LacksHead(table))
                restored[i] = [.. again.Select(item => item with { Page = page }), .. margins];
        }
        return restored.ToImmutable();
    }

    private static bool LacksHead(FlowItem item) => item.Line is { } line ? FigureRow.Of(line) is not null
        : item.Table is { InferredColumns: not null } table && table.Cells.Any(cell => cell.Row == 0 && CharacterClass.IsFigure(cell.Text));

    private static ImmutableArray<TextLine> Above(double top, ImmutableArray<TextLine> head)
    {
        var up = head.Max(line => line.Box.Bottom) + (Gap * head[^1].Box.Height) - top;
        return [.. head.Select(line => new TextLine([.. line.Words.Select(word => word with { Box = word.Box with { Top = word.Box.Top - up, Bottom = word.Box.Bottom - up } })], line.Columns))];
    }
}
