using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor;

/// <summary>The extractor's one entrance: bytes in, reports or a reason out. Does no network and no database I/O.</summary>
public sealed class ReportExtractor
{
    /// <summary>Never throws for what a document contains; throws only when cancelled.</summary>
    public Task<ExtractionResult> Extract(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
