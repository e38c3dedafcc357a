using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Explaining;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Tests.Explaining;

public sealed class SourceFragmentTests
{
    [Fact]
    public void A_cell_of_a_table_comes_with_its_row_and_the_row_above()
    {
        var grid = new GridBlock([Cell(0, 0, "信息内容", rows: 2), Cell(0, 1, "本年制发件数"), Cell(1, 1, "3"), Cell(2, 0, "规章"), Cell(2, 1, "7")], 3, 2, new DocxLocator(0));

        Assert.Equal(["  信息内容 | 3", "> 规章 | [7]"], SourceFragment.Around(Document(grid), new DocxLocator(0, 2, 1)));
    }

    [Fact]
    public void A_line_of_text_comes_with_its_neighbours()
    {
        var lines = Enumerable.Range(1, 4).Select(line => new TextBlock($"第{line}行", new TextLocator(line, 1, 3), Segments: [new TextSegment($"{line}", new TextLocator(line, 2, 1))]));

        Assert.Equal(["  2", "> 3", "  4"], SourceFragment.Around(Document([.. lines]), new TextLocator(3, 2, 1)));
    }

    [Fact]
    public void A_spot_that_the_document_lacks_has_no_fragment() => Assert.Empty(SourceFragment.Around(Document(), new TextLocator(1, 1, 1)));

    private static SourceDocument Document(params Block[] blocks) => new() { Reader = "test", Blocks = [.. blocks] };

    private static GridCell Cell(int row, int column, string text, int rows = 1) => new(row, column, rows, 1, text, new DocxLocator(0, row, column));
}
