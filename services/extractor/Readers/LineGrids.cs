using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers;

/// <summary>Makes a grid of consecutive lines that were taken apart into the same number of cells.</summary>
internal static class LineGrids
{
    private const int FewestRows = 2;

    private const int FewestColumns = 2;

    /// <param name="follows">Whether the second of two places is the line right behind the first.</param>
    public static IEnumerable<Block> Gather(IEnumerable<TextBlock> lines, Func<Locator, Locator, bool> follows)
    {
        var rows = new List<TextBlock>();
        foreach (var line in lines)
        {
            if (rows.Count > 0 && !Continues(rows[^1], line, follows))
            {
                foreach (var block in Close(rows))
                    yield return block;
            }

            rows.Add(line);
        }

        foreach (var block in Close(rows))
            yield return block;
    }

    /// <summary>The same among blocks of all kinds: what is no line stays where it is.</summary>
    public static IEnumerable<Block> GatherRuns(IReadOnlyList<Block> blocks, Func<Locator, Locator, bool> follows)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var lines = blocks.Skip(i).TakeWhile(block => block is TextBlock).Cast<TextBlock>().ToList();
            foreach (var block in Gather(lines, follows))
                yield return block;
            i += lines.Count;
            if (i < blocks.Count)
                yield return blocks[i++];
        }
    }

    private static bool Continues(TextBlock row, TextBlock next, Func<Locator, Locator, bool> follows) =>
        next.Segments.Length == row.Segments.Length && next.Segments.Length >= FewestColumns && follows(row.Source, next.Source);

    private static List<Block> Close(List<TextBlock> rows)
    {
        List<Block> blocks = rows.Count >= FewestRows && rows[0].Segments.Length >= FewestColumns ? [Grid(rows)] : [.. rows];
        rows.Clear();
        return blocks;
    }

    private static GridBlock Grid(List<TextBlock> rows) => new(
        [.. rows.SelectMany((row, r) => row.Segments.Select((segment, c) => new GridCell(r, c, 1, 1, segment.Text, segment.Source)))],
        rows.Count,
        rows[0].Segments.Length,
        rows[0].Source);
}
