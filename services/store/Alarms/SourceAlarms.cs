using System.Data.Common;
using Dapper;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Dashboard;

namespace Pipeline.Store.Alarms;

/// <summary>Remembers how sources stand, so that what opens and closes is told once, and what a person knows of calls nobody.</summary>
public sealed class SourceAlarms(PipelineDatabase database, OperationsQuery operations, AlarmOptions options, IEnumerable<INoticeChannel> channels, TimeProvider clock)
{
    /// <summary>Looks at all sources, and leaves a notice for each channel about what has changed. Several processes may look at once: each change is taken by one.</summary>
    public async Task<IReadOnlyList<AlarmChange>> Look(CancellationToken cancellation)
    {
        var lastNight = await operations.LastNight(cancellation);
        var changes = AlarmChange.Of(await operations.Sources(cancellation), lastNight);
        if (changes.Count == 0)
            return changes;
        var now = clock.GetUtcNow();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var taken = new List<AlarmChange>();
        foreach (var change in changes)
            if (await Take(transaction, change, now))
                taken.Add(change);
        if (AlarmLetter.Of(taken, options.Least, now) is { } letter)
            foreach (var channel in channels)
                await Notices.Add(transaction, channel.Name, letter, now);
        await transaction.CommitAsync(cancellation);
        return taken;
    }

    /// <summary>Notes that a person knows of what is wrong with sources; those that are well are left alone.</summary>
    /// <returns>How many it concerns.</returns>
    public async Task<int> Acknowledge(IReadOnlyCollection<string> sources, string reason, DateTimeOffset until, string who, CancellationToken cancellation)
    {
        await Look(cancellation);
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var count = await connection.ExecuteAsync(
            """
            UPDATE source_alarms SET acknowledged_alarm = alarm, acknowledged_reason = @reason, acknowledged_by = @who, acknowledged_at = @now, acknowledged_until = @until
            WHERE source = @source AND alarm <> 'none'
            """,
            sources.Select(source => new { source, reason = StoredText.Clean(reason), who = StoredText.Clean(who), now = StoredTime.Text(clock.GetUtcNow()), until = StoredTime.Text(until) }),
            transaction);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    /// <summary>Takes back that somebody knows of a source: its alarm calls again. False when nobody did.</summary>
    public async Task<bool> Withdraw(string source, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteAsync(
            """
            UPDATE source_alarms SET acknowledged_alarm = NULL, acknowledged_reason = NULL, acknowledged_by = NULL, acknowledged_at = NULL, acknowledged_until = NULL
            WHERE source = @source AND acknowledged_alarm IS NOT NULL
            """,
            new { source }) > 0;
    }

    private static async Task<bool> Take(DbTransaction transaction, AlarmChange change, DateTimeOffset now) => await transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO source_alarms (source, alarm, since) VALUES (@Source, @after, @now)
        ON CONFLICT (source) DO UPDATE SET alarm = excluded.alarm, since = excluded.since, acknowledged_alarm = @acknowledged
        WHERE source_alarms.alarm = @before
        """,
        new
        {
            change.Source, before = StoredName.Of(change.Before), after = StoredName.Of(change.After), now = StoredTime.Text(now),
            acknowledged = change.Acknowledged is { } word ? StoredName.Of(word.Alarm) : null,
        },
        transaction) > 0;
}
