using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>Real pages with words lost and lines lost: whatever comes out, it is a grid in which no two cells overlap, and nothing throws.</summary>
public sealed class LayoutPropertyTests
{
    [Theory]
    [InlineData("pdf-troubles/unruled")]
    [InlineData("pdf-troubles/horizontal-rules")]
    [InlineData("pdf-troubles/separate-cells")]
    [InlineData("printed-forms/pdf-of-chromium")]
    public async Task No_two_cells_overlap_whatever_is_missing(string sample)
    {
        var content = await PdfEngines.All[^1].Read(SamplePaths.Bytes(sample + ".pdf"), PdfLimits.Default, default);
        for (var seed = 0; seed < 60; seed++)
        {
            var dice = new Random(seed);
            var loss = dice.NextDouble() * 0.4;
            var pages = content.Pages.Select(page => page with
            {
                Words = [.. page.Words.Where(_ => dice.NextDouble() > loss)],
                Rules = [.. page.Rules.Where(_ => dice.NextDouble() > loss)],
            });
            var document = await new PdfReader(new Pages(content with { Pages = [.. pages] })).Read("%PDF-1.7\n%%EOF"u8.ToArray(), new DocumentHints(), default);
            Assert.All(document.Blocks.OfType<GridBlock>(), AssertSound);
        }
    }

    private static void AssertSound(GridBlock grid)
    {
        var taken = new HashSet<(int, int)>();
        foreach (var cell in grid.Cells)
        {
            Assert.True(cell.RowSpan > 0 && cell.ColumnSpan > 0 && cell.Row + cell.RowSpan <= grid.RowCount && cell.Column + cell.ColumnSpan <= grid.ColumnCount);
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                Assert.All(Enumerable.Range(cell.Column, cell.ColumnSpan), column => Assert.True(taken.Add((row, column)), $"two cells at {row},{column}"));
        }
    }

    private sealed class Pages(PdfContent content) : IPdfEngine
    {
        public string Version => "pages 1";

        public Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation) => Task.FromResult(content);
    }
}
