using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Ports;
using Pipeline.Database;

namespace Pipeline.Store.Alarms;

/// <summary>
/// Notices that wait for their delivery. They are written with what they tell of, so that a process that dies loses none, and delivered over their channel, each attempt
/// in bounded time; one that fails is tried again after pauses that double, for a day.
/// </summary>
public sealed partial class Notices(PipelineDatabase database, AlarmOptions options, IEnumerable<INoticeChannel> channels, TimeProvider clock, ILogger<Notices> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // After a day nobody wants to be woken for it; the page shows it all the same.
    private static readonly TimeSpan Worthwhile = TimeSpan.FromDays(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    internal static Task Add(DbTransaction transaction, string channel, AlarmLetter letter, DateTimeOffset now) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO notices (channel, subject, text, json, created_at, attempts, next_attempt_at) VALUES (@channel, @Subject, @text, @json, @now, 0, @now)",
        new { channel, letter.Subject, text = StoredText.Clean(letter.Text), json = StoredText.Clean(letter.Json), now = StoredTime.Text(now) }, transaction);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Notice>> Latest(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Channel, string Subject, string CreatedAt, int Attempts, string? Next, string? Sent, string? Problem)>(
            "SELECT channel, subject, created_at, attempts, next_attempt_at, sent_at, problem FROM notices ORDER BY id DESC LIMIT @limit", new { limit });
        return [.. rows.Select(row => new Notice(row.Channel, row.Subject, StoredTime.Instant(row.CreatedAt), row.Attempts, StoredTime.InstantOrNull(row.Next), StoredTime.InstantOrNull(row.Sent), row.Problem))];
    }

    /// <summary>Delivers what is due, the oldest first. A channel that fails is left alone until its next turn.</summary>
    /// <returns>How many were delivered.</returns>
    public async Task<int> Deliver(CancellationToken cancellation)
    {
        var delivered = 0;
        foreach (var channel in channels)
            while (await Next(channel.Name, cancellation) is { } due)
            {
                var problem = await Problem(channel, due, cancellation);
                await Note(due, problem, cancellation);
                if (problem is not null)
                    break;
                delivered++;
            }

        return delivered;
    }

    private async Task<DueRow?> Next(string channel, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync("DELETE FROM notices WHERE next_attempt_at IS NULL AND created_at < @old", new { old = StoredTime.Text(now - Kept) });
        var due = await connection.QueryFirstOrDefaultAsync<DueRow>(
            "SELECT id AS Id, subject AS Subject, text AS Text, json AS Json, created_at AS CreatedAt, attempts AS Attempts, next_attempt_at AS Seen FROM notices WHERE channel = @channel AND next_attempt_at <= @now ORDER BY id LIMIT 1",
            new { channel, now = StoredTime.Text(now) });
        // Claimed for as long as an attempt may take and its end be noted: another process passes it by, and one that dies leaves it to the next.
        return due is not null && await connection.ExecuteAsync(
            "UPDATE notices SET next_attempt_at = @lease, attempts = attempts + 1 WHERE id = @Id AND next_attempt_at = @Seen",
            new { due.Id, due.Seen, lease = StoredTime.Text(now + options.Timeout + FirstPause) }) > 0 ? due : null;
    }

    private async Task<string?> Problem(INoticeChannel channel, DueRow due, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            // Waited for no longer than the limit, even where the channel does not hear of it.
            await channel.Send(due.Subject, due.Text, due.Json, limit.Token).WaitAsync(limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FormattableString.Invariant($"gave no answer within {options.Timeout.TotalSeconds} s");
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            return error.Message;
        }
    }

    private async Task Note(DueRow due, string? problem, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(due.Attempts, 10)));
        var isOver = problem is null || now + pause > StoredTime.Instant(due.CreatedAt) + Worthwhile;
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync(
            "UPDATE notices SET next_attempt_at = @next, sent_at = @sent, problem = @problem WHERE id = @Id",
            new { due.Id, next = isOver ? null : StoredTime.Text(now + pause), sent = problem is null ? StoredTime.Text(now) : null, problem = StoredText.Clean(problem) });
        if (problem is not null)
            LogFailed(log, due.Subject, problem);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A notice (\"{Subject}\") was not delivered: {Problem}")]
    private static partial void LogFailed(ILogger logger, string subject, string problem);

    private sealed class DueRow
    {
        public long Id { get; init; }

        public required string Subject { get; init; }

        public required string Text { get; init; }

        public required string Json { get; init; }

        public required string CreatedAt { get; init; }

        public int Attempts { get; init; }

        public required string Seen { get; init; }
    }
}
