using System.Collections.Immutable;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>An engine whose pages are written down in the test, to show one step of the layout at a time. Pages are 600 by 800 points.</summary>
internal sealed class SketchedPages(params IEnumerable<PdfWord>[] pages) : IPdfEngine
{
    public string Version => "sketch 1";

    public Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation) =>
        Task.FromResult(new PdfContent([.. pages.Select((words, i) => new PdfPage(i + 1, 600, 800, [.. words], []))], null, [], ImmutableArray<Contracts.Reports.Issue>.Empty));

    /// <summary>A word of 10 points, digits half as wide as ideographs, whose left top corner is given.</summary>
    public static PdfWord Word(string text, double left, double top) =>
        new(text, new PdfBox(left, top, left + text.Sum(character => character < 128 ? 5 : 10), top + 12));

    /// <summary>What a reader makes of pages of such words.</summary>
    public static async Task<IReadOnlyList<Block>> Read(params PdfWord[][] pages) =>
        (await new PdfReader(new SketchedPages(pages)).Read("%PDF-1.7\n%%EOF"u8.ToArray(), new DocumentHints(), default)).Blocks;

    /// <summary>The texts of each row's cells, with commas between.</summary>
    public static IEnumerable<string> Rows(GridBlock grid) => grid.Cells.GroupBy(cell => cell.Row).Select(row => string.Join(',', row.Select(cell => cell.Text)));
}
