using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>Writes of records and their immutable versions.</summary>
internal static class RecordRows
{
    public static Task<IEnumerable<string>> AuthoritiesOfDocument(DbTransaction transaction, long document) => transaction.Connection!.QueryAsync<string>(
        "SELECT DISTINCT r.authority_key FROM record_sources s JOIN records r ON r.id = s.record_id WHERE s.document_id = @document AND r.authority_key IS NOT NULL",
        new { document },
        transaction);

    /// <summary>The version that holds the report: a new one, or the one that already says exactly this of the same document.</summary>
    public static async Task<long> Version(DbTransaction transaction, VersionRow row, string now)
    {
        var connection = transaction.Connection!;
        var record = await Record(transaction, row, now);
        var known = await connection.ExecuteScalarAsync<long?>(
            "SELECT id FROM record_versions WHERE record_id = @record AND document_id = @DocumentId AND report_hash = @ReportHash",
            new { record, row.DocumentId, row.Encoded.ReportHash },
            transaction);
        return known ?? await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO record_versions (record_id, number, document_id, extraction_id, report_hash, values_hash, text_hash, form, year, authority, title, published,
                level, region_code, trust, layout, status, confidence, checks_passed, violations, cell_values, detail, stored_at)
            VALUES (@record, (SELECT COALESCE(MAX(number), 0) + 1 FROM record_versions WHERE record_id = @record), @DocumentId, @ExtractionId, @ReportHash, @ValuesHash, @TextHash,
                @Form, @Year, @authority, @title, @published, @level, @region, @trust, @layout, @status, @confidence, @ChecksPassed, @Violations, @CellValues, @Detail, @now)
            RETURNING id
            """,
            new
            {
                record,
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
            },
            transaction);
    }

    private static async Task<long> Record(DbTransaction transaction, VersionRow row, string now)
    {
        var identity = RecordIdentity.Of(row.Report, row.Url, row.Ordinal);
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO records (record_key, site, authority_key, year, form, status, confidence, trust, state, created_at, updated_at)
            VALUES (@Key, @Site, @AuthorityKey, @Year, @Form, @status, 0, @trust, 'current', @now, @now) ON CONFLICT (record_key) DO NOTHING
            """,
            new { identity.Key, identity.Site, identity.AuthorityKey, identity.Year, row.Report.Form, status = StoredName.Of(row.Report.Status), trust = StoredName.Of(row.Report.Trust), now },
            transaction);
        return await transaction.Connection!.ExecuteScalarAsync<long>("SELECT id FROM records WHERE record_key = @Key", new { identity.Key }, transaction);
    }
}

/// <param name="Url">Canonical address of the document.</param>
/// <param name="Ordinal">Place of the report in the document, from 0.</param>
internal sealed record VersionRow(long DocumentId, string Url, long ExtractionId, int Ordinal, AnnualReport Report, EncodedReport Encoded);
