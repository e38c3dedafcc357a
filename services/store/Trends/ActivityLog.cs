using Dapper;
using Pipeline.Contracts.Ports;
using Pipeline.Database;

namespace Pipeline.Store.Trends;

/// <summary>Notes every five minutes what moved and what waits, so that the last days can be drawn without another program.</summary>
public sealed class ActivityLog(PipelineDatabase database, IQueueFigures queues, TimeProvider clock)
{
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);

    // Two weeks of some ten kinds: 40,000 small rows.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private const string Answers = "answers ";
    private const string Queue = "queue ";

    /// <summary>Notes the five minutes that have just ended, once however many processes do. An answer without change counts as long as its crawl runs: then it is folded into the crawl's counts.</summary>
    public async Task Note(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var end = new DateTimeOffset(now.Ticks - now.Ticks % Slot.Ticks, TimeSpan.Zero);
        await using var connection = await database.Open(cancellation);
        var at = StoredTime.Text(end);
        if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM activity WHERE at = @at", new { at }) > 0)
            return;
        var rows = (await connection.QueryAsync<(string Outcome, long Count)>("SELECT outcome, COUNT(*) FROM fetches WHERE fetched_at >= @from AND fetched_at < @at GROUP BY outcome", new { from = StoredTime.Text(end - Slot), at }))
            .Select(row => (Kind: Answers + row.Outcome, Amount: row.Count)).ToList();
        rows.Add((Queue + "waiting", await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM fetches WHERE next_attempt_at IS NOT NULL")));
        rows.AddRange((await queues.Read(cancellation)).Queues.Select(queue => (Queue + queue.Name, (long)queue.Depth)));
        await connection.ExecuteAsync("INSERT INTO activity (at, kind, amount) VALUES (@at, @Kind, @Amount) ON CONFLICT DO NOTHING", rows.Select(row => new { at, row.Kind, row.Amount }));
        await connection.ExecuteAsync("DELETE FROM activity WHERE at < @old", new { old = StoredTime.Text(end - Kept) });
    }

    /// <summary>The last days in equal steps, the oldest first: answers by kind are summed, queues are told by their deepest.</summary>
    public async Task<IReadOnlyList<ActivityStep>> Last(TimeSpan span, TimeSpan step, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var first = new DateTimeOffset((now - span).Ticks - (now - span).Ticks % step.Ticks + step.Ticks, TimeSpan.Zero);
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<(string At, string Kind, long Amount)>("SELECT at, kind, amount FROM activity WHERE at > @from", new { from = StoredTime.Text(first) }))
            // What is noted at the end of a step belongs to it.
            .ToLookup(row => (int)((StoredTime.Instant(row.At) - first - TimeSpan.FromTicks(1)) / step));
        return [.. Enumerable.Range(0, (int)((now - first) / step) + 1).Select(place => new ActivityStep(first + place * step, Of(rows[place], Answers, Enumerable.Sum), Of(rows[place], Queue, Enumerable.Max)))];
    }

    private static Dictionary<string, long> Of(IEnumerable<(string At, string Kind, long Amount)> rows, string kind, Func<IEnumerable<long>, long> together) =>
        rows.Where(row => row.Kind.StartsWith(kind, StringComparison.Ordinal)).GroupBy(row => row.Kind[kind.Length..], row => row.Amount, StringComparer.Ordinal).ToDictionary(group => group.Key, group => together(group), StringComparer.Ordinal);
}

/// <summary>What moved and waited in a while.</summary>
/// <param name="Answers">Answers by kind.</param>
/// <param name="Queues">The most that waited, by queue; "waiting" are documents without a result.</param>
public sealed record ActivityStep(DateTimeOffset From, IReadOnlyDictionary<string, long> Answers, IReadOnlyDictionary<string, long> Queues);
