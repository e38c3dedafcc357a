using System.Text.Json;
using Dapper;
using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Resolving;
using Pipeline.Database;

namespace Pipeline.Store.Bodies;

/// <summary>What people say of bodies: decisions about two names, and a file of their own. Both outlive every reading; the next <see cref="BodyRefresh"/> follows them.</summary>
public sealed class BodyDecisions(PipelineDatabase database, TimeProvider clock)
{
    // Values of is_same: rows are only ever added, so that taking an answer back is a row too.
    private const int Different = 0;
    private const int Same = 1;
    private const int TakenBack = -1;

    private const string Latest = "SELECT * FROM body_decisions WHERE id IN (SELECT MAX(id) FROM body_decisions GROUP BY left_site, left_key, right_site, right_key)";

    /// <summary>Answers an open question.</summary>
    /// <returns>False when there is no such question any more.</returns>
    public async Task<bool> Decide(long question, bool isSame, string reviewer, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var stored = await connection.ExecuteAsync(
            """
            INSERT INTO body_decisions (left_site, left_key, right_site, right_key, is_same, reviewer, decided_at)
            SELECT left_site, left_key, right_site, right_key, @isSame, @reviewer, @now FROM body_questions WHERE id = @question
            """,
            new { question, isSame = isSame ? Same : Different, reviewer = StoredText.Clean(reviewer), now = StoredTime.Text(clock.GetUtcNow()) },
            transaction);
        await connection.ExecuteAsync("DELETE FROM body_questions WHERE id = @question", new { question }, transaction);
        await transaction.CommitAsync(cancellation);
        return stored > 0;
    }

    /// <summary>Takes an answer back: the next comparison asks again, unless other evidence tells.</summary>
    /// <returns>False when there is no such answer, or another one stands about the two names.</returns>
    public async Task<bool> TakeBack(long decision, string reviewer, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteAsync(
            $"""
            INSERT INTO body_decisions (left_site, left_key, right_site, right_key, is_same, reviewer, decided_at)
            SELECT left_site, left_key, right_site, right_key, {TakenBack}, @reviewer, @now FROM ({Latest}) AS d WHERE id = @decision AND is_same <> {TakenBack}
            """,
            new { decision, reviewer = StoredText.Clean(reviewer), now = StoredTime.Text(clock.GetUtcNow()) }) > 0;
    }

    /// <summary>The answers that stand, the newest first.</summary>
    public async Task<IReadOnlyList<StandingAnswer>> Answers(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(long Id, string LeftSite, string LeftKey, string RightSite, string RightKey, long IsSame, string Reviewer, string At)>(
            $"SELECT id, left_site, left_key, right_site, right_key, is_same, reviewer, decided_at FROM ({Latest}) AS d WHERE is_same <> {TakenBack} ORDER BY id DESC LIMIT @limit", new { limit });
        return [.. rows.Select(row => new StandingAnswer(row.Id, new BodyDecision(row.LeftSite, row.LeftKey, row.RightSite, row.RightKey, row.IsSame == Same), row.Reviewer, StoredTime.Instant(row.At)))];
    }

    /// <summary>The latest decision about each pair of names.</summary>
    public async Task<IReadOnlyList<BodyDecision>> Standing(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string LeftSite, string LeftKey, string RightSite, string RightKey, long IsSame)>(
            $"SELECT left_site, left_key, right_site, right_key, is_same FROM ({Latest}) AS d WHERE is_same <> {TakenBack} ORDER BY id");
        return [.. rows.Select(row => new BodyDecision(row.LeftSite, row.LeftKey, row.RightSite, row.RightKey, row.IsSame == Same))];
    }

    /// <summary>Puts a file of bodies in the place of the one before.</summary>
    public async Task Declare(IReadOnlyCollection<DeclaredBody> bodies, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("DELETE FROM declared_bodies", transaction: transaction);
        await connection.ExecuteAsync("INSERT INTO declared_bodies (declared_id, body) VALUES (@Id, @body)", bodies.Select(body => new { body.Id, body = JsonSerializer.Serialize(body) }), transaction);
        await transaction.CommitAsync(cancellation);
    }
}

/// <summary>An answer about two names that stands.</summary>
/// <param name="Decision">Its keys are the names in the form that is compared.</param>
public sealed record StandingAnswer(long Id, BodyDecision Decision, string Reviewer, DateTimeOffset At);
