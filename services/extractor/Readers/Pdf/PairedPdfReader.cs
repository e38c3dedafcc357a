using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>
/// Two engines read the same PDF one after the other, within one bound of time. What the first reads is the document and what the second reads
/// confirms it; when only one of them can read the file, its reading stands alone.
/// </summary>
public sealed class PairedPdfReader(IPdfEngine first, IPdfEngine second, PdfLimits? limits = null, TimeProvider? time = null, bool recognises = false) : IDocumentReader
{
    private readonly PdfLimits _limits = limits ?? PdfLimits.Default;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public IReadOnlyCollection<string> MediaTypes => PdfReader.Types;

    public TimeSpan Waiting => recognises ? OcrTime.Deadline : TimeSpan.Zero;

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        var pictures = recognises ? ScannedPages.In(bytes, _limits) : null;
        var (document, refusal) = await Try(first, _limits, bytes, pictures, cancellation);
        if (refusal is { Reason: not ("malformed" or "truncated" or "unsupported") })
            throw refusal;
        // Recognition has bounds of its own.
        var rest = document is { SecondReading: not null } ? _limits : _limits with { Time = _limits.Time - _time.GetElapsedTime(start) };
        var (other, _) = rest.Time > TimeSpan.Zero ? await Try(second, rest, bytes, pictures, cancellation) : (null, null);
        return (document, other) switch
        {
            (null, null) => throw refusal!,
            (null, { } alone) => alone with { Issues = alone.Issues.Add(ReadByOne(first, refusal!)) },
            ({ } read, null) => read,
            ({ } read, { } confirming) => read with { Reader = $"{read.Reader} and {second.Version}", SecondReading = confirming.SecondReading ?? confirming },
        };
    }

    private static Issue ReadByOne(IPdfEngine engine, UnreadableDocumentException refusal) =>
        new("pdf.read-by-one", IssueSeverity.Info, $"{engine.Version} cannot read this PDF, another engine can. It says: {refusal.Message}");

    private static async Task<(SourceDocument? Document, UnreadableDocumentException? Refusal)> Try(
        IPdfEngine engine, PdfLimits limits, ReadOnlyMemory<byte> bytes, ScannedPages? pictures, CancellationToken cancellation)
    {
        try
        {
            return (await new PdfReader(engine, limits).Read(bytes, pictures, cancellation), null);
        }
        catch (UnreadableDocumentException refusal)
        {
            return (null, refusal);
        }
    }
}
