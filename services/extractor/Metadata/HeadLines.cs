using System.Collections.Immutable;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Metadata;

/// <summary>The head of a page as lines: of a table of metadata (索引号, 发布机构, 发布日期) each label with what stands beside it.</summary>
internal static class HeadLines
{
    // Tables of metadata have two or three pairs a row and a few rows; the statutory ones of a page without headings are larger.
    private const int MostCells = 40;

    public static ImmutableArray<TextBlock> Of(IEnumerable<Block> head) => [.. head.SelectMany(block => block switch
    {
        TextBlock text => [text],
        GridBlock { Cells.Length: <= MostCells } grid => grid.Cells.GroupBy(cell => cell.Row).SelectMany(row => Pairs([.. row])),
        _ => [],
    })];

    private static IEnumerable<TextBlock> Pairs(ImmutableArray<GridCell> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            yield return i + 1 < row.Length && i % 2 == 0 && !IsPair(row[i].Text)
                ? new TextBlock($"{row[i].Text.TrimEnd(' ', '：', ':')}：{row[++i].Text}", row[i].Source)
                : new TextBlock(row[i].Text, row[i].Source);
        }
    }

    // 发布日期：2024-01-18 in one cell.
    private static bool IsPair(string text) => text.AsSpan().IndexOfAny('：', ':') is var colon && colon > 0 && colon + 1 < text.TrimEnd().Length;
}
