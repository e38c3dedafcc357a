using System.Collections.Immutable;
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
}
