using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>
/// Reads PDFs with PdfPig, within this process. The library cannot be stopped in the middle of a page: when the time is over its thread is
/// left to end by itself, and the memory of a single page has no bound but the size of the file.
/// </summary>
public sealed class PdfPigEngine : IPdfEngine
{
    /// <summary>Nested objects are followed by recursion; 256 levels of them need well below this.</summary>
    private const int StackBytes = 32 << 20;

    public string Version { get; } = $"PdfPig {typeof(PdfDocument).Assembly.GetName().Version!.ToString(3)}";

    public async Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.Time);
        // The thread may outlive this call, and then must not ask a source of tokens that is disposed.
        var token = deadline.Token;
        var reading = new TaskCompletionSource<PdfContent>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(reading, bytes, limits, token), StackBytes) { IsBackground = true, Name = "pdfpig" };
        thread.Start();
        try
        {
            return await reading.Task.WaitAsync(token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocumentException("timeout", $"The PDF could not be read within {limits.Time.TotalSeconds:0} s. Open it in a viewer: it may be damaged or drawn from very many objects.");
        }
    }

    private static void Complete(TaskCompletionSource<PdfContent> reading, ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation)
    {
        try
        {
            reading.SetResult(Read(bytes, limits, new UnmappedGlyphs(), cancellation));
        }
        catch (Exception error)
        {
            reading.SetException(Typed(error));
        }
    }

    /// <summary>The library documents few of its exceptions: whatever a damaged file makes it throw is the file's fault.</summary>
    private static Exception Typed(Exception error) => error switch
    {
        UnreadableDocumentException or OperationCanceledException => error,
        PdfDocumentEncryptedException => new UnreadableDocumentException("encrypted", "The PDF is encrypted with a password. Ask its publisher for an open copy.", error),
        OutOfMemoryException => new UnreadableDocumentException("too-large", "The PDF needs more memory than there is. It may be built to exhaust it.", error),
        _ => new UnreadableDocumentException("malformed", $"The PDF is damaged and cannot be opened ({error.Message.Split('\n')[0].Trim()}). Fetch it again or ask its publisher for a whole copy.", error),
    };

    private static PdfContent Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, UnmappedGlyphs unmapped, CancellationToken cancellation)
    {
        CrossReferenceWidths.Check(bytes.Span);
        if (ReferenceAliases.In(bytes.Span))
            throw new UnreadableDocumentException("malformed", "The PDF has objects that only point to other objects, as damaged and hostile files do. Open it in a viewer and print it to a new PDF.");
        var options = new ParsingOptions { ClipPaths = true, SkipMissingFonts = true, Logger = unmapped, FilterProvider = new BoundedFilters(limits.OutputBytes) };
        using var document = PdfDocument.Open(bytes, options);
        if (document.NumberOfPages > limits.Pages)
            throw new UnreadableDocumentException("too-large", $"The PDF has {document.NumberOfPages} pages; at most {limits.Pages} are read. Split it and read the part that holds the report.");
        var pages = ImmutableArray.CreateBuilder<PdfPage>();
        var (fonts, issues) = (new FontDictionaries(document), new List<Issue>());
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = document.GetPage(number);
            pages.Add(Page(page, unmapped));
            issues.AddRange(fonts.Unmapped(page));
        }
        var metadata = Metadata(document.Information);
        return new PdfContent(pages.ToImmutable(), metadata.FirstOrDefault(entry => entry.Name == "Title")?.Value, metadata, [.. issues.Distinct()]);
    }

    private static PdfPage Page(Page page, UnmappedGlyphs unmapped)
    {
        var words = LetterRuns.Of(page.Letters, page.Height, unmapped);
        var replaced = words.Sum(word => word.Text.Count(character => character == UnmappedGlyphs.Replacement));
        return new PdfPage(page.Number, page.Width, page.Height, words, DrawnRules.Of(page), replaced);
    }

    private static ImmutableArray<MetadataEntry> Metadata(DocumentInformation information)
    {
        (string Name, string? Value)[] all =
        [
            ("Title", information.Title), ("Subject", information.Subject), ("Keywords", information.Keywords), ("Author", information.Author),
            ("Creator", information.Creator), ("Producer", information.Producer),
            ("CreationDate", Time(information.GetCreatedDateTimeOffset())), ("ModDate", Time(information.GetModifiedDateTimeOffset())),
        ];
        return [.. all.Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).Select(entry => new MetadataEntry(entry.Name, entry.Value!.Trim()))];
    }

    private static string? Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
