using System.Text.Json;
using Dapper;
using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Resolving;
using Pipeline.Database;

namespace Pipeline.Store.Bodies;

/// <summary>What people say of bodies: decisions about two names, and a file of their own. Both outlive every reading; the next <see cref="BodyRefresh"/> follows them.</summary>
public sealed class BodyDecisions(PipelineDatabase database, TimeProvider clock)
{
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
            new { question, isSame = isSame ? 1 : 0, reviewer = StoredText.Clean(reviewer), now = StoredTime.Text(clock.GetUtcNow()) },
            transaction);
        await connection.ExecuteAsync("DELETE FROM body_questions WHERE id = @question", new { question }, transaction);
        await transaction.CommitAsync(cancellation);
        return stored > 0;
    }

    /// <summary>The latest decision about each pair of names.</summary>
    public async Task<IReadOnlyList<BodyDecision>> Standing(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string LeftSite, string LeftKey, string RightSite, string RightKey, long IsSame)>(
            "SELECT left_site, left_key, right_site, right_key, is_same FROM body_decisions ORDER BY id");
        return [.. rows.GroupBy(row => (row.LeftSite, row.LeftKey, row.RightSite, row.RightKey)).Select(group => new BodyDecision(group.Key.LeftSite, group.Key.LeftKey, group.Key.RightSite, group.Key.RightKey, group.Last().IsSame == 1))];
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
