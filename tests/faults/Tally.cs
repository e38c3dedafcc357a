using Dapper;
using Npgsql;

namespace Pipeline.Faults.Tests;

/// <summary>What the database says became of the documents.</summary>
/// <param name="Documents">Different documents that were fetched.</param>
/// <param name="Fetches">Fetches that brought a document: more than documents when one was counted twice.</param>
/// <param name="Pending">Fetches that wait for their result.</param>
/// <param name="OpenCrawls">Crawls that have not ended; null before the first began.</param>
internal sealed record Tally(long Documents, long Fetches, long Reports, long NoReports, long Failures, long Pending, long? OpenCrawls)
{
    private const string Question =
        """
        SELECT COUNT(DISTINCT document_id) AS Documents, COUNT(*) AS Fetches,
            COUNT(*) FILTER (WHERE result = 'reports') AS Reports, COUNT(*) FILTER (WHERE result = 'not_a_report') AS NoReports, COUNT(*) FILTER (WHERE result = 'failed') AS Failures,
            COUNT(*) FILTER (WHERE next_attempt_at IS NOT NULL) AS Pending, (SELECT SUM(CASE WHEN ended_at IS NULL THEN 1 ELSE 0 END) FROM crawl_runs) AS OpenCrawls
        FROM fetches WHERE outcome = 'fetched'
        """;

    public bool IsSettled => OpenCrawls == 0 && Pending == 0;

    /// <returns>Null while the database cannot be asked.</returns>
    public static async Task<Tally?> Ask(string connectionString)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            return await connection.QuerySingleAsync<Tally>(Question);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>Failures by reason: "failed.damaged 8".</summary>
    public static async Task<IReadOnlyList<string>> Reasons(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return [.. await connection.QueryAsync<string>("SELECT result_reason || ' ' || COUNT(*) FROM fetches WHERE result = 'failed' GROUP BY result_reason ORDER BY result_reason")];
    }

    public override string ToString() => $"{Documents} documents fetched = {Reports} with records + {NoReports} no reports + {Failures} failures; {Documents - Reports - NoReports - Failures - Pending} lost, {Fetches - Documents} doubled, {Pending} waiting";
}
