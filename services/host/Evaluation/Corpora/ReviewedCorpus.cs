using System.Collections.Immutable;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Evaluation.Corpora;

/// <summary>What reviewers have finished with, as documents with truth: every cell as it was read, but for those that they corrected.</summary>
internal static class ReviewedCorpus
{
    /// <exception cref="CommandFailedException">There is no data.</exception>
    public static async Task<ImmutableArray<ReadDocument>> Read(PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        var read = ImmutableArray.CreateBuilder<ReadDocument>();
        foreach (var id in await store.Get<ReviewedRecords>().Finished(cancellation))
        {
            if (await Read(store, id, cancellation) is { } document)
                read.Add(document);
        }

        terminal.Say($"{settings.Data}: {read.Count} reviewed records.");
        return read.ToImmutable();
    }

    /// <summary>Null when the snapshot is no longer there.</summary>
    private static async Task<ReadDocument?> Read(StoreSession store, long id, CancellationToken cancellation)
    {
        var record = (await store.Get<RecordQuery>().Find(new RecordFilter { Id = id, Everything = true }, 1, cancellation)).Single().Current;
        var document = await store.Get<DocumentLookup>().OfSnapshot(record.Snapshot, cancellation);
        if (document is null || await store.Get<ISnapshotStore>().Read(record.Snapshot, cancellation) is not { } bytes)
            return null;
        var reviews = await store.Get<CellReviews>().Of(id, cancellation);
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
