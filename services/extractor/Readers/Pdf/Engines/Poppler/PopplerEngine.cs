using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>Reads PDFs with poppler's command line tools: pdfinfo for the pages, pdftotext for words, pdftocairo for ruling lines, pdffonts for gaps in what fonts tell.</summary>
/// <param name="version">As the tools print it, such as <c>22.12.0</c>.</param>
internal sealed class PopplerEngine(string version) : IPdfWordEngine
{
    /// <summary>Of the temporary folders in which poppler's tools work.</summary>
    internal const string FolderKind = "pipeline-pdf";

    public string Version { get; } = $"poppler {version}";

    /// <summary>Removes what killed processes left behind.</summary>
    public static void Sweep() => OwnedFolder.Sweep(FolderKind);

    public Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation) =>
        Run(bytes, limits, Read, cancellation);

    public Task<PdfContent> ReadWords(ReadOnlyMemory<byte> bytes, ImmutableArray<PdfPage> pages, PdfLimits limits, CancellationToken cancellation) =>
        Run(bytes, limits, (run, deadline) => ReadWords(run, pages, deadline), cancellation);

    private static async Task<PdfContent> Run(
        ReadOnlyMemory<byte> bytes, PdfLimits limits, Func<PopplerRun, CancellationToken, Task<PdfContent>> read, CancellationToken cancellation)
    {
        using var folder = OwnedFolder.Create(FolderKind);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.Work.Farthest);
        try
        {
            var run = new PopplerRun(folder.Path, limits);
            await File.WriteAllBytesAsync(run.Document, bytes, deadline.Token);
            return await read(run, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(FailureReasons.Timeout, $"The PDF could not be read within {limits.Time.TotalSeconds:0} s of work. Open it in a viewer: it may be damaged or drawn from very many objects.");
        }
    }

    private static async Task<PdfContent> Read(PopplerRun run, CancellationToken cancellation)
    {
        var info = await run.Info(cancellation);
        var ruling = Rules(run, info.Pages, cancellation);
        var words = run.Words(info.Pages.Length, cancellation);
        await Task.WhenAll(ruling, words);
        var (text, missingMap) = await words;
        var (drawings, complaint) = await ruling;
        var pages = info.Pages.Select((size, index) => Page(index, size, text[index], index < drawings.Length ? drawings[index] : SvgPage.Empty));
        var fonts = await run.UnmappedFonts(info.Pages.Length, cancellation);
        ImmutableArray<Issue> issues = [.. fonts, .. complaint is null ? [] : (Issue[])[complaint], .. missingMap ? [MissingMap] : (Issue[])[]];
        return new PdfContent([.. pages], info.Title, info.Metadata, issues);
    }

    private static async Task<PdfContent> ReadWords(PopplerRun run, ImmutableArray<PdfPage> pages, CancellationToken cancellation)
    {
        var (text, missingMap) = await run.Words(pages.Length, cancellation);
        return new PdfContent([.. pages.Zip(text, (page, words) => page with { Words = Fitted(words), UnmappedGlyphs = 0 })], null, [], missingMap ? [MissingMap] : []);
    }

    private static ImmutableArray<PdfWord> Fitted(ImmutableArray<PdfWord> words) => LineBoxes.Fitted(WordTurns.Assign(SlantedWords.Removed(words)));

    private static Issue MissingMap => new(IssueReasons.PdfEncodingUnknown, IssueSeverity.Warning,
        "The PDF uses a CJK encoding whose table is not installed; install the package poppler-data and read it again.");

    private static PdfPage Page(int index, PageSize size, ImmutableArray<PdfWord> words, SvgPage drawing)
    {
        var characters = words.Sum(word => word.Text.Count(character => !char.IsLowSurrogate(character) && character != '\uFFFD'));
        var unmapped = drawing.Glyphs > 0 ? Math.Max(0, drawing.Glyphs - characters) : words.Sum(word => word.Text.Count(c => c == '\uFFFD'));
        return new PdfPage(index + 1, size.Width, size.Height, Fitted(words), drawing.Rules, unmapped);
    }

    private static async Task<(ImmutableArray<SvgPage> Pages, Issue? Complaint)> Rules(PopplerRun run, ImmutableArray<PageSize> sizes, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<SvgPage>(sizes.Length);
        for (var first = 0; first < sizes.Length;)
        {
            // pdftocairo clips every page to the size of the first one that it draws, so pages of another size need a process of their own.
            var count = sizes.Skip(first).TakeWhile(size => size == sizes[first]).Count();
            var drawn = await run.Drawing(first + 1, count, sizes[first], cancellation);
            if (drawn is null)
                return ([], new Issue(IssueReasons.PdfRulesUnread, IssueSeverity.Warning, "The drawing of the PDF could not be read; tables were found by the position of words alone."));
            pages.AddRange(drawn.Value);
            first += count;
        }
        return (pages.ToImmutable(), null);
    }
}
