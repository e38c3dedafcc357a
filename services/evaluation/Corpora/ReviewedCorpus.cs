using System.Collections.Immutable;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor;
using Pipeline.Extractor.Consumers;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Evaluation.Corpora;

/// <summary>What reviewers have finished with, as documents with truth: every cell as it was read, but for those that they corrected.</summary>
public sealed class ReviewedCorpus(ReviewedRecords reviewed, RecordQuery records, CellReviews decisions, DocumentLookup documents, ISnapshotStore snapshots)
{
    public async Task<ImmutableArray<ReadDocument>> Read(CancellationToken cancellation)
    {
        var read = ImmutableArray.CreateBuilder<ReadDocument>();
        foreach (var id in await reviewed.Finished(cancellation))
        {
            if (await Read(id, cancellation) is { } document)
                read.Add(document);
        }

        return read.ToImmutable();
    }

    /// <summary>Null when the snapshot is no longer there.</summary>
    private async Task<ReadDocument?> Read(long id, CancellationToken cancellation)
    {
        var record = (await records.Find(new RecordFilter { Id = id, Everything = true }, 1, cancellation)).Single().Current;
        var document = await documents.OfSnapshot(record.Snapshot, cancellation);
        if (document is null || await snapshots.Read(record.Snapshot, cancellation) is not { } bytes)
            return null;
        var reviews = await decisions.Of(id, cancellation);
        var corrected = reviews.Where(review => review.IsAbout(record.Snapshot) && review.Verdict == ReviewVerdict.Corrected).ToDictionary(review => review.Cell, review => review.Value);
        var truth = new TruthRecord(
            record.Report.Form, record.Report.Year, record.Report.Authority, [],
            record.Report.Cells.ToImmutableSortedDictionary(cell => cell.Cell.ToString(), cell => corrected.TryGetValue(cell.Cell, out var value) ? value : cell.Value, StringComparer.Ordinal));
        var explained = await ReportExtractor.Default.Explain(bytes, SnapshotReading.HintsOf(document), cancellation);
        return new ReadDocument(
            new CorpusDocument(record.Snapshot.ToString(), document.Url, $"reviewed {record.Report.Layout}", [truth]),
            [.. explained.Reports.Select(report => report.Report)], [.. explained.Reports.Select(report => report.Evidence)]);
    }
}
