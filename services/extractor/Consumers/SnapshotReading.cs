using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Consumers;

/// <summary>Loads a snapshot and reads it. A snapshot that is lost or damaged is a failed result, so that it shows among the failures.</summary>
public sealed class SnapshotReading(ISnapshotStore snapshots, ReportExtractor extractor)
{
    public async Task<ExtractionResult> Read(DocumentReference document, CancellationToken cancellation)
    {
        byte[]? bytes;
        try
        {
            bytes = await snapshots.Read(document.Snapshot, cancellation);
        }
        catch (InvalidDataException error)
        {
            return Failed(FailureReasons.SnapshotDamaged, $"{error.Message} Fetch the document anew with: pipeline reextract {document.Url} --refetch");
        }

        return bytes is null
            ? Failed(FailureReasons.SnapshotMissing, $"The snapshot {document.Snapshot} is not in the data folder. Fetch the document anew with: pipeline reextract {document.Url} --refetch")
            : await extractor.Extract(bytes, HintsOf(document), cancellation);
    }

    /// <summary>What the fetch says about the document: with the snapshot it determines the result.</summary>
    public static DocumentHints HintsOf(DocumentReference document) => new()
    {
        FileName = document.Facts.FileName,
        Url = document.Facts.FinalUrl,
        ContentType = document.Facts.Header("Content-Type"),
        LinkText = document.Facts.LinkText,
        ListedHost = document.ListedHost,
    };

    private static ExtractionResult Failed(string reason, string detail) => new()
    {
        Outcome = ExtractionOutcome.Failed,
        Reason = reason,
        Detail = detail,
        Reading = new ReadingFacts(ReportExtractor.Version, "none", "application/octet-stream", "none"),
    };
}
