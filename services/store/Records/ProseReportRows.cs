using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>Writes of reports without tables: one per document, as it was read last.</summary>
internal static class ProseReportRows
{
    /// <param name="report">Null when the document is none any more.</param>
    public static async Task Store(DbTransaction transaction, long document, ProseReport? report)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync("DELETE FROM prose_reports WHERE document_id = @document", new { document }, transaction);
        if (report is null)
            return;
        await connection.ExecuteAsync(
            """
            INSERT INTO prose_reports (document_id, title, authority, authority_key, region_code, year, sections)
            VALUES (@document, @title, @authority, @key, @RegionCode, @Year, @sections)
            """,
            new
            {
                document,
                title = StoredText.Clean(report.Title),
                authority = StoredText.Clean(report.Authority),
                key = BodyKey.Of(report.Authority),
                report.RegionCode,
                report.Year,
                sections = StoredText.Clean(JsonSerializer.Serialize(report.Sections)),
            },
            transaction);
    }
}
