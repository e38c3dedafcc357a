using Dapper;
using Pipeline.Contracts.Messages;
using Pipeline.Database;

namespace Pipeline.Store.Dashboard;

/// <summary>Keeps how far the recognition of documents is that are in hand now.</summary>
public sealed class Recognitions(PipelineDatabase database, TimeProvider clock)
{
    /// <summary>A process says how far it is every few seconds; one that says nothing for so long has ended.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>What comes late changes nothing.</summary>
    public async Task Note(RecognitionProgressed progress, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = new
        {
            key = progress.FetchId.ToString(), progress.Url, progress.Recognised, progress.Pages, at = StoredTime.Text(progress.At), silent = StoredTime.Text(clock.GetUtcNow() - Silence),
        };
        if (progress.Recognised < progress.Pages)
            await connection.ExecuteAsync(
                """
                INSERT INTO recognitions (fetch_key, url, recognised, pages, told_at) VALUES (@key, @Url, @Recognised, @Pages, @at)
                ON CONFLICT (fetch_key) DO UPDATE SET recognised = excluded.recognised, pages = excluded.pages, told_at = excluded.told_at
                WHERE excluded.told_at > recognitions.told_at
                """,
                row);
        await connection.ExecuteAsync("DELETE FROM recognitions WHERE told_at < @silent OR (fetch_key = @key AND @Recognised >= @Pages)", row);
    }

    /// <summary>Those in hand now, by address.</summary>
    public async Task<IReadOnlyList<Recognition>> InHand(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Url, int Recognised, int Pages, string At)>(
            "SELECT url, recognised, pages, told_at FROM recognitions WHERE told_at >= @silent ORDER BY url", new { silent = StoredTime.Text(clock.GetUtcNow() - Silence) });
        return [.. rows.Select(row => new Recognition(row.Url, row.Recognised, row.Pages, StoredTime.Instant(row.At)))];
    }
}
