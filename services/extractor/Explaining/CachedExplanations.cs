using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Consumers;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Explaining;

/// <summary>Answers from the same explanation as <c>pipeline explain</c>. The last few are kept: a reviewer goes through the cells of one record.</summary>
internal sealed class CachedExplanations(ISnapshotStore snapshots, ReportExtractor extractor) : IReadingReasons, IDisposable
{
    // As many reviewers as look at records at once; each explanation holds a few hundred kilobytes.
    private const int MostKept = 8;

    private readonly SemaphoreSlim _one = new(1);
    private readonly List<(SnapshotHash Snapshot, ImmutableArray<ReportExplanation> Reports)> _kept = [];

    public async Task<ReadingReasons> Of(DocumentReference document, string? authority, int? year, CellId cell, CancellationToken cancellation)
    {
        ImmutableArray<ReportExplanation> reports;
        try
        {
            reports = await Reports(document, cancellation);
        }
        catch (InvalidDataException damaged)
        {
            return ReadingReasons.None(ReportExtractor.Version, damaged.Message);
        }

        var report = reports.FirstOrDefault(report => report.Authority == authority && report.Year == year) ?? (reports.Length == 1 ? reports[0] : null);
        return report?.Cells.FirstOrDefault(explained => explained.Reading.Cell == cell) is { } found
            ? new ReadingReasons(
                ReportExtractor.Version, found.Reading.Value, found.Reading.Confidence,
                [.. found.Contributions.Select(one => new EvidenceWeight(one.Feature, one.Value, one.Logit))], found.Others, null)
            : ReadingReasons.None(ReportExtractor.Version, $"Read today, by extractor version {ReportExtractor.Version}, the snapshot no longer gives this cell.");
    }

    public void Dispose() => _one.Dispose();

    private async Task<ImmutableArray<ReportExplanation>> Reports(DocumentReference document, CancellationToken cancellation)
    {
        // One at a time: a second reviewer of the same record then finds the first one's answer.
        await _one.WaitAsync(cancellation);
        try
        {
            if (_kept.Find(kept => kept.Snapshot == document.Snapshot) is { Reports.IsDefault: false } known)
                return known.Reports;
            var reports = await Explain(document, cancellation);
            _kept.Add((document.Snapshot, reports));
            if (_kept.Count > MostKept)
                _kept.RemoveAt(0);
            return reports;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<ImmutableArray<ReportExplanation>> Explain(DocumentReference document, CancellationToken cancellation)
    {
        var bytes = await snapshots.Read(document.Snapshot, cancellation)
            ?? throw new InvalidDataException($"The snapshot {document.Snapshot} is not in the data folder. Fetch the document anew with: pipeline reextract {document.Url} --refetch");
        var explained = await extractor.Explain(bytes, SnapshotReading.HintsOf(document), cancellation);
        return explained.Document is { } read ? [.. explained.Reports.Select(report => ReportExplanation.Of(report, read, ConfidenceModel.Default))] : [];
    }
}
