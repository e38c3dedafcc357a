using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Reads pictures of pages: scans, screenshots, photographs. Of a TIFF each page is a picture by itself.</summary>
internal sealed class OcrReader : IDocumentReader
{
    /// <summary>Bytes that programs write behind the end of a picture, such as previews.</summary>
    private const int MostBehind = 4096;

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    private static readonly FrozenSet<string> Types = new[] { "image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp" }.ToFrozenSet();

    public IReadOnlyCollection<string> MediaTypes => Types;

    public TimeSpan Waiting => OcrTime.Deadline;

    /// <summary>Whether the bytes are a picture of a kind that can be recognised.</summary>
    public static bool Reads(ReadOnlyMemory<byte> bytes) => Types.Contains(Extractor.MediaTypes.Decide(bytes.Span, new DocumentHints()).MediaType);

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var engine = OcrEngine.Installed ?? throw MissingOcr.Failure("The document is a picture");
        var directories = TiffPages.Of(bytes.Span);
        var pages = await Pages(engine, bytes, directories, cancellation);
        if (pages.All(page => page.Words.IsEmpty))
            throw new UnreadableDocumentException(FailureReasons.NoText, "No text was found in the picture: it is blank, a photograph, or too coarse. Look at it.");
        var document = OcrDocument.Of([.. pages], engine.Version);
        return document with
        {
            Issues =
            [
                .. document.Issues,
                .. directories.Length > OcrLimits.Default.Pages ? [OcrIssues.Unread(OcrLimits.Default.Pages, directories.Length)] : (Issue[])[],
                .. Animation.Is(bytes.Span) ? [OcrIssues.Unreadable("the picture is an animation, and only its first picture was read. Look at the others.")] : (Issue[])[],
            ],
        };
    }

    private static async Task<OcrPage[]> Pages(OcrEngine engine, ReadOnlyMemory<byte> bytes, ImmutableArray<uint> directories, CancellationToken cancellation)
    {
        var snapshot = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        try
        {
            return directories.Length > 1
                ? await Task.WhenAll(directories.Take(OcrLimits.Default.Pages).Select((_, i) => Page(engine, snapshot, i + 1, () => TiffPages.Page(bytes, directories[i]), cancellation)))
                : [await Page(engine, snapshot, 0, () => bytes, cancellation)];
        }
        catch (UnreadableDocumentException error) when (error.Reason == FailureReasons.Malformed && IsCutOff(bytes.Span))
        {
            throw new UnreadableDocumentException(FailureReasons.Truncated, "The picture is cut off: its end is missing. Fetch it again.", error);
        }
    }

    /// <param name="page">From 1; 0 for a picture file as a whole.</param>
    private static async Task<OcrPage> Page(OcrEngine engine, string snapshot, int page, Func<ReadOnlyMemory<byte>> picture, CancellationToken cancellation) =>
        (await engine.Read(snapshot, page, _ => Task.FromResult(picture()), OcrLimits.Default, cancellation))[0] is var read && page > 0 ? read with { Number = page } : read;

    private static bool IsCutOff(ReadOnlySpan<byte> bytes) => bytes.StartsWith(JpegStart) && bytes[Math.Max(0, bytes.Length - MostBehind)..].LastIndexOf(JpegEnd) < 0;
}
