using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>One document in a private folder, and the tools run on it.</summary>
internal sealed class PopplerRun(string folder, PdfLimits limits)
{
    public string Document { get; } = Path.Combine(folder, "document.pdf");

    public async Task<PopplerInfo> Info(CancellationToken cancellation)
    {
        var (exit, output, errors) = await BoundedProcess.Run("pdfinfo", ["-isodates", "-f", "1", "-l", Number(limits.Pages), Document], limits, cancellation);
        if (errors.Contains("Incorrect password", StringComparison.Ordinal))
            throw new UnreadableDocumentException(FailureReasons.Encrypted, "The PDF is encrypted with a password. Ask its publisher for an open copy.");
        if (exit != 0)
            throw PopplerComplaint.Failure("pdfinfo", exit, errors);
        var info = PopplerInfo.Parse(output);
        if (info.PageCount > limits.Pages)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The PDF has {info.PageCount} pages; at most {limits.Pages} are read. Split it and read the part that holds the report.");
        return info;
    }

    /// <summary>Fonts that do not say which characters they draw.</summary>
    public async Task<ImmutableArray<Issue>> UnmappedFonts(int pageCount, CancellationToken cancellation)
    {
        var (_, output, _) = await BoundedProcess.Run("pdffonts", ["-l", Number(pageCount), Document], limits, cancellation);
        return [.. FontList.Unmapped(output)];
    }

    /// <returns>Words of each page, and whether the table of an encoding was missing.</returns>
    public async Task<(ImmutableArray<ImmutableArray<PdfWord>> Pages, bool MissingMap)> Words(int pageCount, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, "words.html");
        // Raw order keeps runs as they were set; the layout modes may join words of neighbouring cells.
        var (exit, _, errors) = await BoundedProcess.Run(
            "pdftotext", ["-raw", "-bbox", "-cropbox", "-enc", "UTF-8", "-l", Number(pageCount), Document, file], limits, cancellation);
        if (exit != 0)
            throw PopplerComplaint.Failure("pdftotext", exit, errors);
        var pages = BboxWords.Parse(await File.ReadAllTextAsync(file, Encoding.UTF8, cancellation));
        var missingMap = errors.Contains("Missing language pack", StringComparison.Ordinal) || errors.Contains("Unknown character collection", StringComparison.Ordinal);
        return ([.. pages.Take(pageCount), .. Enumerable.Repeat(ImmutableArray<PdfWord>.Empty, Math.Max(0, pageCount - pages.Length))], missingMap);
    }

    /// <returns>The drawings of pages of equal size; null when they could not be read.</returns>
    public async Task<ImmutableArray<SvgPage>?> Drawing(int first, int count, PageSize size, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, $"drawing-{first}.svg");
        var (exit, _, _) = await BoundedProcess.Run(
            "pdftocairo", ["-svg", "-f", Number(first), "-l", Number(first + count - 1), Document, file], limits, cancellation);
        return exit == 0 ? SvgDrawing.Read(file, size, count) : null;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
