using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Regions;
using Pipeline.Bodies.Resolving;
using Pipeline.Database;

namespace Pipeline.Store.Bodies;

/// <summary>Tells anew which records are about which body, from all names at once. Doing it again without a change of the records changes nothing.</summary>
public sealed class BodyRefresh(PipelineDatabase database, DivisionTable divisions, BodyDecisions decisions)
{
    // A store that settles documents waits no longer than for so many updates by index.
    private const int Piece = 500;

    public async Task<BodyCounts> Run(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await MentionRows.Read(connection);
        var resolution = BodyResolution.Of([.. rows.Select(row => row.Mention)], divisions, await decisions.Standing(cancellation), await Declared(connection));
        var kept = BodyIds.Keep([.. resolution.Bodies.Select(body => body.Mentions.SelectMany(id => rows[id].Bodies).OfType<long>())]);
        var ids = await Write(connection, resolution, rows, kept, cancellation);

        var moved = resolution.Bodies.SelectMany((body, index) => body.Mentions.Where(id => rows[id].Bodies.Any(former => former != ids[index])).Select(id => (rows[id].Mention, Body: ids[index])));
        foreach (var piece in moved.Chunk(Piece))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync("UPDATE records SET body_id = @Body WHERE authority_key = @Key AND site = @Site", piece.Select(one => new { one.Body, one.Mention.Key, one.Mention.Site }), transaction);
            await transaction.CommitAsync(cancellation);
        }

        // A copy is about the body of what it copies.
        await connection.ExecuteAsync(
            """
            UPDATE records SET body_id = (SELECT o.body_id FROM records o WHERE o.id = records.copy_of)
            WHERE copy_of IS NOT NULL AND COALESCE(body_id, 0) <> COALESCE((SELECT o.body_id FROM records o WHERE o.id = records.copy_of), 0)
            """);
        return new BodyCounts(resolution.Bodies.Length, kept.Count(id => id is null), resolution.Questions.Length);
    }

    private static async Task<IReadOnlyList<DeclaredBody>> Declared(DbConnection connection) =>
        [.. (await connection.QueryAsync<string>("SELECT body FROM declared_bodies ORDER BY declared_id")).Select(body => JsonSerializer.Deserialize<DeclaredBody>(body)!)];

    private async Task<IReadOnlyList<long>> Write(
        DbConnection connection, Resolution resolution, IReadOnlyList<(Mention Mention, IReadOnlyList<long?> Bodies)> rows, IReadOnlyList<long?> kept, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await StoreLocks.Bodies(transaction, database.Engine);
        var ids = await BodyRows.Store(transaction, resolution.Bodies, kept, [.. resolution.Bodies.Select(body => body.Mentions.Sum(id => rows[id].Mention.Years.Length))]);
        var names = resolution.Bodies.SelectMany((body, index) => body.Mentions.Select(id => (Body: ids[index], rows[id].Mention, Former: rows[id].Bodies))).ToList();
        await BodyRows.StoreNames(transaction, [.. names.Select(name => (name.Body, name.Mention))]);
        var became = names.SelectMany(name => name.Former.OfType<long>().Select(former => (former, name.Body))).DistinctBy(pair => pair.former).ToDictionary(pair => pair.former, pair => pair.Body);
        await BodyRows.Retire(transaction, became, ids);
        await connection.ExecuteAsync("DELETE FROM body_questions", transaction: transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO body_questions (left_site, left_key, right_site, right_key, left_id, right_id, evidence, confidence)
            VALUES (@LeftSite, @LeftKey, @RightSite, @RightKey, @Left, @Right, @Evidence, @Confidence) ON CONFLICT DO NOTHING
            """,
            resolution.Questions.Select(question => new
            {
                LeftSite = rows[question.LeftMention].Mention.Site, LeftKey = rows[question.LeftMention].Mention.Key,
                RightSite = rows[question.RightMention].Mention.Site, RightKey = rows[question.RightMention].Mention.Key,
                Left = ids[question.Left], Right = ids[question.Right], question.Evidence, question.Confidence,
            }),
            transaction);
        await transaction.CommitAsync(cancellation);
        return ids;
    }
}

/// <param name="Bodies">All, those included that only the user's file names.</param>
/// <param name="New">Those of them that were not there before.</param>
/// <param name="Questions">Pairs that a person should decide about.</param>
public sealed record BodyCounts(int Bodies, int New, int Questions);
