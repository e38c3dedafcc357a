using System.Globalization;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Faults.Tests.Throughput;

/// <summary>How fast documents went through, read from the database: without the time that processes take to start.</summary>
/// <param name="FirstFetched">When the first document was fetched, as stored.</param>
internal sealed record Pace(long Documents, string FirstFetched, string FirstSettled, string LastSettled)
{
    private const string Question = "SELECT COUNT(*) AS Documents, MIN(fetched_at) AS FirstFetched, MIN(settled_at) AS FirstSettled, MAX(settled_at) AS LastSettled FROM fetches WHERE outcome = 'fetched'";

    /// <summary>Documents a second from the first fetch to the last result.</summary>
    public double Chain => Documents / (Moment(LastSettled) - Moment(FirstFetched)).TotalSeconds;

    /// <summary>Documents a second from the first result to the last.</summary>
    public double Extraction => (Documents - 1) / (Moment(LastSettled) - Moment(FirstSettled)).TotalSeconds;

    public static async Task<Pace> Of(PipelineDatabase database)
    {
        await using (database)
        {
            await using var connection = await database.Open(CancellationToken.None);
            return await connection.QuerySingleAsync<Pace>(Question);
        }
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
