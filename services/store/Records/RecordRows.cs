using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>Writes of records and their immutable versions.</summary>
internal static class RecordRows
{
    // The document itself, the page that it hangs on, and what hangs on it: together they are one publication.
    private const string Publication =
        """
        SELECT id FROM documents WHERE id = @document
        UNION SELECT p.id FROM documents d JOIN documents p ON p.url = d.referrer WHERE d.id = @document
        UNION SELECT p.id FROM documents d JOIN documents p ON p.referrer = d.url WHERE d.id = @document AND p.site = d.site
        """;

    /// <summary>Bodies of the records that the document or its publication shows so far.</summary>
    public static Task<IEnumerable<string>> AuthoritiesOfPublication(DbTransaction transaction, long document) => transaction.Connection!.QueryAsync<string>(
        $"SELECT DISTINCT r.authority_key FROM record_sources s JOIN records r ON r.id = s.record_id WHERE s.document_id IN ({Publication}) AND r.authority_key IS NOT NULL",
        new { document },
        transaction);

    /// <summary>The version that holds the report: a new one, or the one that already says exactly this of the same document.</summary>
    public static async Task<long> Version(DbTransaction transaction, VersionRow row, string now)
    {
        var connection = transaction.Connection!;
        var identity = RecordIdentity.Of(row.Report, row.Url, row.Ordinal);
        if (await Record(transaction, row, identity) is not { } record)
            return await connection.ExecuteScalarAsync<long>($"{NewRecord}; {NewVersion("(SELECT id FROM records WHERE record_key = @Key)")}", Values(row, identity, null, now), transaction);
        var known = await connection.ExecuteScalarAsync<long?>(
            "SELECT id FROM record_versions WHERE record_id = @record AND document_id = @DocumentId AND report_hash = @ReportHash",
            new { record, row.DocumentId, row.Encoded.ReportHash },
            transaction);
        return known ?? await connection.ExecuteScalarAsync<long>(NewVersion("@record"), Values(row, identity, record, now), transaction);
    }

    private const string NewRecord =
        """
        INSERT INTO records (record_key, site, authority_key, year, form, status, confidence, trust, state, created_at, updated_at)
        VALUES (@Key, @Site, @AuthorityKey, @Year, @Form, @status, 0, @trust, 'current', @now, @now)
        """;

    /// <param name="record">Expression of SQL for the record's id.</param>
    private static string NewVersion(string record) =>
        $"""
        INSERT INTO record_versions (record_id, number, document_id, extraction_id, report_hash, values_hash, text_hash, form, year, authority, title, published,
            level, region_code, trust, layout, status, confidence, checks_passed, violations, cell_values, detail, stored_at)
        VALUES ({record}, (SELECT COALESCE(MAX(number), 0) + 1 FROM record_versions WHERE record_id = {record}), @DocumentId, @ExtractionId, @ReportHash, @ValuesHash, @TextHash,
            @Form, @Year, @authority, @title, @published, @level, @region, @trust, @layout, @status, @confidence, @ChecksPassed, @Violations, @CellValues, @Detail, @now)
        RETURNING id
        """;

    private static object Values(VersionRow row, RecordIdentity identity, long? record, string now) => new
    {
        record,
        identity.Key,
        identity.Site,
        identity.AuthorityKey,
        row.DocumentId,
        row.ExtractionId,
        row.Encoded.ReportHash,
        row.Encoded.ValuesHash,
        row.Encoded.TextHash,
        row.Report.Form,
        row.Report.Year,
        authority = StoredText.Clean(row.Report.Authority),
        title = StoredText.Clean(row.Report.Title),
        published = StoredDate.Text(row.Report.Published),
        level = row.Report.Level is { } level ? StoredName.Of(level) : null,
        region = StoredText.Clean(row.Report.RegionCode),
        trust = StoredName.Of(row.Report.Trust),
        layout = StoredText.Clean(row.Report.Layout),
        status = StoredName.Of(row.Report.Status),
        confidence = Math.Round(row.Report.Confidence, 4),
        row.Report.ChecksPassed,
        row.Encoded.Violations,
        row.Encoded.CellValues,
        row.Encoded.Detail,
        now,
    };

    /// <returns>Null where the report belongs to none yet.</returns>
    private static async Task<long?> Record(DbTransaction transaction, VersionRow row, RecordIdentity identity)
    {
        var (known, candidates) = await Candidates(transaction, row, identity);
        if (known is not null || Companion(candidates, row, identity) is not { } companion)
            return known;
        if (AttachmentMatching.SaysMore(identity, companion.AuthorityKey, companion.Year))
            await transaction.Connection!.ExecuteAsync(
                "UPDATE records SET record_key = @Key, authority_key = @AuthorityKey, year = @Year WHERE id = @Id",
                new { identity.Key, identity.AuthorityKey, identity.Year, companion.Id },
                transaction);
        return companion.Id;
    }

    // The record of this very identity, and those that the document's publication shows.
    private static async Task<(long? Known, List<CompanionRow> Shown)> Candidates(DbTransaction transaction, VersionRow row, RecordIdentity identity)
    {
        await using var found = await transaction.Connection!.QueryMultipleAsync(
            $"""
            SELECT id FROM records WHERE record_key = @Key;
            SELECT r.id AS Id, r.form AS Form, r.authority_key AS AuthorityKey, r.year AS Year, v.values_hash AS ValuesHash, CASE WHEN s.document_id = @document THEN 1 ELSE 0 END AS Own
            FROM record_sources s JOIN records r ON r.id = s.record_id JOIN record_versions v ON v.id = s.version_id
            WHERE s.document_id IN ({Publication}) AND s.state <> 'withdrawn' AND r.site = @Site ORDER BY r.id
            """,
            new { document = row.DocumentId, identity.Key, identity.Site },
            transaction);
        return (await found.ReadSingleOrDefaultAsync<long?>(), [.. await found.ReadAsync<CompanionRow>()]);
    }

    // The record of the page or attachment that carries the same report under another name, or the document's own under a shorter or longer one.
    private static CompanionRow? Companion(List<CompanionRow> candidates, VersionRow row, RecordIdentity identity)
    {
        var reading = new AttachmentReading(identity.AuthorityKey, identity.Year, Convert.ToHexStringLower(row.Encoded.ValuesHash), row.Report.Cells.Any(cell => cell.Value is not (null or 0)));
        // A document may hold a report of each genre.
        var genre = FormCatalog.Current.GenreOf(row.Report.Form).Id;
        return candidates.Where(candidate => FormCatalog.Current.GenreOf(candidate.Form).Id == genre).FirstOrDefault(candidate => candidate.Own != 0
            ? AttachmentMatching.SameBody(identity, candidate.AuthorityKey, candidate.Year)
            : AttachmentMatching.ShareReport(reading, new AttachmentReading(candidate.AuthorityKey, candidate.Year, Convert.ToHexStringLower(candidate.ValuesHash), reading.HasNumbers)));
    }

    private sealed class CompanionRow
    {
        public long Id { get; init; }

        public required string Form { get; init; }

        public string? AuthorityKey { get; init; }

        public int? Year { get; init; }

        public required byte[] ValuesHash { get; init; }

        public long Own { get; init; }
    }
}

/// <param name="Url">Canonical address of the document.</param>
/// <param name="Ordinal">Place of the report in the document, from 0.</param>
internal sealed record VersionRow(long DocumentId, string Url, long ExtractionId, int Ordinal, AnnualReport Report, EncodedReport Encoded);
