using Dapper;
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

    /// <summary>Somebody said whether two names are one body.</summary>
    public Task BodiesAnswered(string who, long question, bool isSame, CancellationToken cancellation) => Add(who, isSame ? "bodies.same" : "bodies.different", $"question {question}", null, cancellation);

    /// <summary>Somebody took such an answer back.</summary>
    public Task BodiesReopened(string who, long answer, CancellationToken cancellation) => Add(who, "bodies.reopened", $"answer {answer}", null, cancellation);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> Latest(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string At, string Who, string Action, string Subject, string? Detail)>(
            "SELECT happened_at, who, action, subject, detail FROM audit_log ORDER BY id DESC LIMIT @limit", new { limit });
        return [.. rows.Select(row => new AuditEntry(StoredTime.Instant(row.At), row.Who, row.Action, row.Subject, row.Detail))];
    }
}
