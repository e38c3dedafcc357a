using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Documents;
using Pipeline.Store.Measures;
using Pipeline.Store.Requests;

namespace Pipeline.Store.Records;

/// <summary>Commits what became of one document, in one transaction. Settling the same result again changes nothing.</summary>
public sealed partial class Settlement(PipelineDatabase database, TimeProvider clock, ILogger<Settlement> log)
{
    /// <param name="document">Need not be in the ledger yet: a message may overtake its database's restore.</param>
    public Task Settle(DocumentReference document, ExtractionResult result, CancellationToken cancellation) => Settle(document, result, null, cancellation);

    /// <param name="request">The person's request that this answers: it ends in the same transaction, so that none is left running. Null for what a crawl fetched.</param>
    public async Task Settle(DocumentReference document, ExtractionResult result, Guid? request, CancellationToken cancellation)
    {
        using var scope = log.BeginDocument(document);
        var begun = clock.GetTimestamp();
        var now = StoredTime.Text(clock.GetUtcNow());
        var reports = result.Reports.Select(EncodedReport.Of).ToList();
        await using var connection = await database.OpenUnit(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await StoreLocks.Site(transaction, database.Engine, SiteName.Of(document.Url));

        var fetch = await DocumentRows.Known(transaction, document.FetchId) ?? await Record(transaction, document);
        var extraction = await ExtractionRows.Store(transaction, new ExtractionRow(fetch.DocumentId, fetch.SnapshotId, fetch.Id, result), now);
        if (result.Outcome != ExtractionOutcome.Failed)
        {
            var keys = result.Reports.Select(report => BodyKey.Of(report.Authority)).OfType<string>();
            await StoreLocks.Authorities(transaction, database.Engine, keys.Concat(await RecordRows.AuthoritiesOfPublication(transaction, fetch.DocumentId)));
            if (extraction.IsNew)
            {
                var versions = new List<long>();
                for (var ordinal = 0; ordinal < reports.Count; ordinal++)
                    versions.Add(await RecordRows.Version(transaction, new VersionRow(fetch.DocumentId, document.Url, extraction.Id, ordinal, result.Reports[ordinal], reports[ordinal]), now));
                await ExtractionRows.SetVersions(transaction, extraction.Id, versions);
            }

            await ProseReportRows.Store(transaction, fetch.DocumentId, result.Prose);
            await RecordStates.RefreshAfterExtraction(transaction, fetch.DocumentId, now);
        }

        await connection.ExecuteAsync(
            """
            UPDATE fetches SET next_attempt_at = NULL, settled_at = COALESCE(settled_at, @now), result = @result, result_reason = @reason, result_detail = @detail
            WHERE id = @Id AND (@result <> 'failed' OR result IS NULL OR result = 'failed')
            """,
            new { fetch.Id, now, result = StoredName.Of(result.Outcome), reason = StoredText.Clean(result.Reason), detail = StoredText.Clean(result.Detail) },
            transaction);
        if (request is { } id)
            await Answer(transaction, fetch.Id, id, result, now);
        await transaction.CommitAsync(cancellation);
        StoreInstruments.Settled(result.Outcome, clock.GetElapsedTime(begun));
        if (result.Outcome == ExtractionOutcome.Failed)
            LogFailed(log, document.Url, result.Reason, result.Detail);
        else
            LogSettled(log, document.Url, result.Outcome, reports.Count, extraction.IsNew);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Url} is settled: {Outcome}, {Reports} reports, new: {IsNew}")]
    private static partial void LogSettled(ILogger logger, string url, ExtractionOutcome outcome, int reports, bool isNew);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Url} failed: {Reason}, {Detail}")]
    private static partial void LogFailed(ILogger logger, string url, string? reason, string? detail);

    // A reading that failed replaces no good one, but who asked for it is told, and it shows among the failures until a later one goes well.
    private static async Task Answer(DbTransaction transaction, long fetch, Guid request, ExtractionResult result, string now)
    {
        var failed = result.Outcome == ExtractionOutcome.Failed;
        await ReextractionRequests.End(transaction, request, failed ? result.Detail ?? result.Reason ?? "The document could not be read." : null, now);
        await transaction.Connection!.ExecuteAsync(
            "UPDATE fetches SET reread_failed_at = @at, reread_reason = @reason, reread_detail = @detail WHERE id = @fetch",
            new { fetch, at = failed ? now : null, reason = failed ? StoredText.Clean(result.Reason) ?? "failed" : null, detail = failed ? StoredText.Clean(result.Detail) : null },
            transaction);
    }

    // What the ledger would have written.
    private static async Task<KnownFetch> Record(DbTransaction transaction, DocumentReference document)
    {
        var fetched = new FetchRecord
        {
            FetchId = document.FetchId, RunId = document.RunId, Source = document.Source, ListedHost = document.ListedHost, Url = document.Url,
            Facts = document.Facts, Outcome = FetchOutcome.Fetched, Snapshot = document.Snapshot,
        };
        var run = await DocumentRows.Run(transaction, new CrawlRun(document.RunId, document.Facts.FetchedAt, "manual"));
        var row = await DocumentRows.Document(transaction, fetched, run);
        var snapshot = await DocumentRows.Snapshot(transaction, document.Snapshot, document.Facts.FetchedAt);
        return new KnownFetch { Id = await DocumentRows.Fetch(transaction, fetched, run, row, snapshot, nextAttemptAt: null), DocumentId = row, SnapshotId = snapshot };
    }
}
