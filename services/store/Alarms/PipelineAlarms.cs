using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Controls;
using Pipeline.Store.Dashboard;

namespace Pipeline.Store.Alarms;

/// <summary>Remembers what is wrong with the pipeline as a whole, so that what stands for a while is told when it opens and when it closes, once each.</summary>
public sealed class PipelineAlarms(PipelineDatabase database, OperationsQuery operations, CrawlRequests crawls, IQueueFigures queues, IEnumerable<INoticeChannel> channels, TimeProvider clock)
{
    // A broker that restarts and a queue between two workers are no news.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Looks at the pipeline, and leaves a notice for each channel about what has changed. Several processes may look at once: each change is taken by one.</summary>
    /// <returns>What opened and closed.</returns>
    public async Task<(IReadOnlyList<PipelineTrouble> Opened, IReadOnlyList<PipelineAlarm> Closed)> Look(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // No more than how old the oldest is counts of what moves.
        var troubles = PipelineTrouble.Of(
            await operations.Stages(TimeSpan.Zero, cancellation), await queues.Read(cancellation), await crawls.Times(cancellation), await operations.LastNight(cancellation), now);
        await using var connection = await database.Open(cancellation);
        var seen = (await connection.QueryAsync<(string Alarm, string SeenAt, long IsTold)>("SELECT alarm, seen_at, is_told FROM pipeline_alarms"))
            .ToDictionary(row => StoredName.Read<PipelineAlarm>(row.Alarm), row => (SeenAt: StoredTime.Instant(row.SeenAt), IsTold: row.IsTold != 0));
        if (troubles.Count + seen.Count == 0)
            return ([], []);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (opened, closed) = (new List<PipelineTrouble>(), new List<PipelineAlarm>());
        foreach (var trouble in troubles)
            if (await IsNews(transaction, trouble.Alarm, seen.TryGetValue(trouble.Alarm, out var row) ? row : null, now))
                opened.Add(trouble);
        foreach (var alarm in seen.Keys.Except(troubles.Select(trouble => trouble.Alarm)))
            if (await connection.ExecuteAsync("DELETE FROM pipeline_alarms WHERE alarm = @alarm", new { alarm = StoredName.Of(alarm) }, transaction) > 0 && seen[alarm].IsTold)
                closed.Add(alarm);
        if (AlarmLetter.Of(opened, closed, now) is { } letter)
            foreach (var channel in channels)
                await Notices.Add(transaction, channel.Name, letter, now);
        await transaction.CommitAsync(cancellation);
        return (opened, closed);
    }

    /// <summary>Whether people outside are to hear of it now.</summary>
    private static async Task<bool> IsNews(DbTransaction transaction, PipelineAlarm alarm, (DateTimeOffset SeenAt, bool IsTold)? seen, DateTimeOffset now)
    {
        var row = new { alarm = StoredName.Of(alarm), now = StoredTime.Text(now) };
        if (seen is null)
        {
            await transaction.Connection!.ExecuteAsync("INSERT INTO pipeline_alarms (alarm, seen_at, is_told) VALUES (@alarm, @now, 0) ON CONFLICT (alarm) DO NOTHING", row, transaction);
            return false;
        }

        return !seen.Value.IsTold && now - seen.Value.SeenAt >= Patience
            && await transaction.Connection!.ExecuteAsync("UPDATE pipeline_alarms SET is_told = 1 WHERE alarm = @alarm AND is_told = 0", row, transaction) > 0;
    }
}
