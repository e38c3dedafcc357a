using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>Writes of extractions: one per document, snapshot and extractor version.</summary>
internal static class ExtractionRows
{
    /// <summary>The extraction's row. It is new when its reports still have to be stored: also when only a failure stood there, which a later attempt overcame.</summary>
    public static async Task<(long Id, bool IsNew)> Store(DbTransaction transaction, ExtractionRow row, string now)
    {
        var connection = transaction.Connection!;
        var values = Values(row, now);
        var id = await connection.ExecuteScalarAsync<long?>(
            """
            INSERT INTO extractions (document_id, snapshot_id, extractor, reader, media_type, media_type_basis, charset, charset_basis, outcome, reason, detail, fetched_at, crawl_at, stored_at, version_ids)
            SELECT @DocumentId, @SnapshotId, @extractor, @reader, @mediaType, @mediaTypeBasis, @charset, @charsetBasis, @outcome, @reason, @detail, f.fetched_at, c.crawl_at, @now, '[]'
            FROM fetches f JOIN crawl_runs c ON c.id = f.run_id WHERE f.id = @FetchId
            ON CONFLICT (document_id, snapshot_id, extractor) DO NOTHING RETURNING id
            """,
            values,
            transaction);
        if (id is { } inserted)
            return (inserted, true);
        // The document may have gone back to what it showed before: the known extraction is then its latest again.
        var known = await connection.QuerySingleAsync<KnownExtraction>(
            """
            UPDATE extractions SET fetched_at = CASE WHEN f.fetched_at > extractions.fetched_at THEN f.fetched_at ELSE extractions.fetched_at END
            FROM fetches f WHERE f.id = @FetchId AND extractions.document_id = @DocumentId AND extractions.snapshot_id = @SnapshotId AND extractions.extractor = @extractor
            RETURNING extractions.id AS Id, extractions.outcome AS Outcome
            """,
            values,
            transaction);
        if (known.Outcome != "failed" || row.Result.Outcome == ExtractionOutcome.Failed)
            return (known.Id, false);
        await connection.ExecuteAsync(
            """
            UPDATE extractions SET reader = @reader, media_type = @mediaType, media_type_basis = @mediaTypeBasis, charset = @charset, charset_basis = @charsetBasis,
                   outcome = @outcome, reason = @reason, detail = @detail, stored_at = @now
            WHERE id = @id
            """,
            values.With("id", known.Id),
            transaction);
        return (known.Id, true);
    }

    public static Task SetVersions(DbTransaction transaction, long extraction, IEnumerable<long> versions) => transaction.Connection!.ExecuteAsync(
        "UPDATE extractions SET version_ids = @versions WHERE id = @extraction",
        new { extraction, versions = JsonSerializer.Serialize(versions) },
        transaction);

    private static DynamicParameters Values(ExtractionRow row, string now)
    {
        var reading = row.Result.Reading;
        return new DynamicParameters(new
        {
            row.DocumentId,
            row.SnapshotId,
            row.FetchId,
            extractor = StoredText.Clean(reading.ExtractorVersion),
            reader = StoredText.Clean(reading.Reader),
            mediaType = StoredText.Clean(reading.MediaType),
            mediaTypeBasis = StoredText.Clean(reading.MediaTypeBasis),
            charset = StoredText.Clean(reading.Charset),
            charsetBasis = StoredText.Clean(reading.CharsetBasis),
            outcome = StoredName.Of(row.Result.Outcome),
            reason = StoredText.Clean(row.Result.Reason),
            detail = StoredText.Clean(row.Result.Detail),
            now,
        });
    }

    private static DynamicParameters With(this DynamicParameters values, string name, object value)
    {
        values.Add(name, value);
        return values;
    }

    private sealed class KnownExtraction
    {
        public long Id { get; init; }

        public required string Outcome { get; init; }
    }
}

internal sealed record ExtractionRow(long DocumentId, long SnapshotId, long FetchId, ExtractionResult Result);
