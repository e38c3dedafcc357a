using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Status;

/// <summary>What a crawl run yielded, however many processes it took.</summary>
public sealed class RunQuery(PipelineDatabase database)
{
    /// <summary>Names of the sources that gave the run at least one document, new, changed or unchanged.</summary>
    public async Task<IReadOnlySet<string>> SourcesWithDocuments(Guid run, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        // Checks without change are folded into counts when the run ends: the document then tells.
        return (await connection.QueryAsync<string>(
            """
            SELECT d.source FROM fetches f JOIN crawl_runs c ON c.id = f.run_id JOIN documents d ON d.id = f.document_id WHERE c.run_key = @run AND f.outcome IN ('fetched', 'unchanged')
            UNION SELECT d.source FROM documents d JOIN crawl_runs c ON c.id = d.last_run_id WHERE c.run_key = @run AND d.last_outcome IN ('fetched', 'unchanged')
            """,
            new { run = run.ToString("D") })).ToHashSet(StringComparer.Ordinal);
    }
}
