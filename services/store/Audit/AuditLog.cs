using System.Data.Common;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Database;

namespace Pipeline.Store.Audit;

/// <summary>Who changed what through the pages and the API. Entries are only ever added.</summary>
public sealed class AuditLog(PipelineDatabase database, TimeProvider clock)
{
    public async Task Add(string who, string action, string subject, string? detail, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO audit_log (happened_at, who, action, subject, detail) VALUES (@now, @who, @action, @subject, @detail)",
            new { now = StoredTime.Text(clock.GetUtcNow()), who = StoredText.Clean(who), action, subject = StoredText.Clean(subject), detail = StoredText.Clean(detail) });
    }

    /// <summary>About a record, or a cell of it: named by what identifies it, which a database that is made anew has too.</summary>
    public async Task AddOfRecord(string who, string action, long recordId, CellId? cell, string? detail, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO audit_log (happened_at, who, action, subject, detail) SELECT @now, @who, @action, record_key || @cell, @detail FROM records WHERE id = @recordId",
            new { now = StoredTime.Text(clock.GetUtcNow()), who = StoredText.Clean(who), action, recordId, cell = cell is { } one ? $" {one}" : "", detail = StoredText.Clean(detail) });
    }

    /// <summary>Somebody said whether two names are one body.</summary>
    public Task BodiesAnswered(string who, long question, bool isSame, CancellationToken cancellation) => Add(who, isSame ? "bodies.same" : "bodies.different", $"question {question}", null, cancellation);

    /// <summary>Somebody took such an answer back.</summary>
    public Task BodiesReopened(string who, long answer, CancellationToken cancellation) => Add(who, "bodies.reopened", $"answer {answer}", null, cancellation);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> Latest(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"SELECT {Columns} FROM audit_log ORDER BY id DESC LIMIT @limit", new { limit })).Select(row => row.ToEntry())];
    }

    /// <summary>Oldest first, each with its id.</summary>
    internal static async Task<IReadOnlyList<(long Id, AuditEntry Entry)>> After(DbConnection connection, long id, int limit) =>
        [.. (await connection.QueryAsync<Row>($"SELECT {Columns} FROM audit_log WHERE id > @id ORDER BY id LIMIT @limit", new { id, limit })).Select(row => (row.Id, row.ToEntry()))];

    /// <summary>Puts an entry back that is not there.</summary>
    internal static Task Restore(DbConnection connection, AuditEntry entry) => connection.ExecuteAsync(
        """
        INSERT INTO audit_log (happened_at, who, action, subject, detail)
        SELECT @at, @Who, @Action, @Subject, @Detail WHERE NOT EXISTS (
            SELECT 1 FROM audit_log WHERE happened_at = @at AND who = @Who AND action = @Action AND subject = @Subject AND COALESCE(detail, '') = COALESCE(@Detail, ''))
        """,
        new { at = StoredTime.Text(entry.At), entry.Who, entry.Action, entry.Subject, entry.Detail });

    private const string Columns = "id AS Id, happened_at AS At, who AS Who, action AS Action, subject AS Subject, detail AS Detail";

    private sealed class Row
    {
        public long Id { get; init; }

        public required string At { get; init; }

        public required string Who { get; init; }

        public required string Action { get; init; }

        public required string Subject { get; init; }

        public string? Detail { get; init; }

        public AuditEntry ToEntry() => new(StoredTime.Instant(At), Who, Action, Subject, Detail);
    }
}
