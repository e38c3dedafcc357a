using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Bodies.Resolving;
using Pipeline.Database;

namespace Pipeline.Store.Bodies;

/// <summary>Writes resolved bodies, and only what differs from what is there.</summary>
internal static class BodyRows
{
    private const string Columns =
        "body_key, name, kind, is_vertical, region_code, sites, evidence, confidence, first_year, last_year, first_expected, last_expected, declared_id, reports";

    private const string Values =
        "@Key, @Name, @Kind, @IsVertical, @Region, @Sites, @Evidence, @Confidence, @First, @Last, @FirstExpected, @LastExpected, @Declared, @Reports";

    /// <param name="kept">For each body its id; null for a new one.</param>
    /// <param name="reports">For each body how many it has.</param>
    /// <returns>For each body its id.</returns>
    public static async Task<IReadOnlyList<long>> Store(DbTransaction transaction, IReadOnlyList<ResolvedBody> bodies, IReadOnlyList<long?> kept, IReadOnlyList<int> reports)
    {
        var connection = transaction.Connection!;
        var known = (await connection.QueryAsync<Row>("SELECT id AS Id, body_key AS Key, name AS Name, kind AS Kind, is_vertical AS IsVertical, region_code AS Region, sites AS Sites, evidence AS Evidence, confidence AS Confidence, first_year AS First, last_year AS Last, first_expected AS FirstExpected, last_expected AS LastExpected, declared_id AS Declared, reports AS Reports, government_id AS Government, became_id AS Became FROM bodies", transaction: transaction)).ToDictionary(row => row.Id);
        var declared = known.Values.Where(row => row.Declared is not null && row.Reports == 0).GroupBy(row => row.Declared!).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        var ids = new long[bodies.Count];
        for (var i = 0; i < bodies.Count; i++)
        {
            var id = kept[i] ?? (bodies[i].Declared is { } name && declared.TryGetValue(name, out var silent) ? silent : null);
            var row = Row.Of(bodies[i], id ?? 0, reports[i]);
            if (id is null)
                ids[i] = await connection.ExecuteScalarAsync<long>($"INSERT INTO bodies ({Columns}) VALUES ({Values}) RETURNING id", row, transaction);
            else
            {
                ids[i] = id.Value;
                // What it belongs to is set when all have their ids.
                if (known.TryGetValue(id.Value, out var before) && before with { Government = null } != row)
                    await connection.ExecuteAsync($"UPDATE bodies SET ({Columns}, became_id) = ({Values}, NULL) WHERE id = @Id", row, transaction);
            }
        }

        for (var i = 0; i < bodies.Count; i++)
        {
            long? government = bodies[i].Government is { } index ? ids[index] : null;
            if (!known.TryGetValue(ids[i], out var before) || before.Government != government)
                await connection.ExecuteAsync("UPDATE bodies SET government_id = @government WHERE id = @id", new { id = ids[i], government }, transaction);
        }

        return ids;
    }

    /// <summary>Bodies that no name leads to any more: they say which body has their records now.</summary>
    public static Task Retire(DbTransaction transaction, IReadOnlyDictionary<long, long> became, IEnumerable<long> living) => transaction.Connection!.ExecuteAsync(
        $"UPDATE bodies SET reports = 0, became_id = @became WHERE id = @id",
        became.Where(pair => pair.Key != pair.Value).ExceptBy(living, pair => pair.Key).Select(pair => new { id = pair.Key, became = pair.Value }), transaction);

    public static async Task StoreNames(DbTransaction transaction, IReadOnlyList<(long Body, Mention Mention)> names)
    {
        var connection = transaction.Connection!;
        var wanted = names.GroupBy(name => (name.Body, name.Mention.Key)).Select(group => new NameRow
        {
            Body = group.Key.Body, Key = group.Key.Key, Name = StoredText.Clean(group.OrderByDescending(one => one.Mention.Years[^1]).First().Mention.Printed)!,
            First = group.Min(one => one.Mention.Years[0]), Last = group.Max(one => one.Mention.Years[^1]),
        }).ToHashSet();
        var known = (await connection.QueryAsync<NameRow>("SELECT body_id AS Body, name_key AS Key, name AS Name, first_year AS First, last_year AS Last FROM body_names", transaction: transaction)).ToHashSet();
        await connection.ExecuteAsync("DELETE FROM body_names WHERE body_id = @Body AND name_key = @Key", known.Except(wanted), transaction);
        await connection.ExecuteAsync("INSERT INTO body_names (body_id, name_key, name, first_year, last_year) VALUES (@Body, @Key, @Name, @First, @Last)", wanted.Except(known), transaction);
    }

    private sealed record NameRow
    {
        public long Body { get; init; }

        public required string Key { get; init; }

        public required string Name { get; init; }

        public int First { get; init; }

        public int Last { get; init; }
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public required string Key { get; init; }

        public required string Name { get; init; }

        public required string Kind { get; init; }

        public int IsVertical { get; init; }

        public string? Region { get; init; }

        public required string Sites { get; init; }

        public required string Evidence { get; init; }

        public double Confidence { get; init; }

        public int? First { get; init; }

        public int? Last { get; init; }

        public int? FirstExpected { get; init; }

        public int? LastExpected { get; init; }

        public string? Declared { get; init; }

        public int Reports { get; init; }

        public long? Government { get; init; }

        public long? Became { get; init; }

        public static Row Of(ResolvedBody body, long id, int reports) => new()
        {
            Id = id, Key = body.Key, Name = StoredText.Clean(body.Name)!, Kind = StoredName.Of(body.Kind), IsVertical = body.IsVertical ? 1 : 0, Region = body.Region, Sites = JsonSerializer.Serialize(body.Sites),
            Evidence = JsonSerializer.Serialize(body.Evidence), Confidence = body.Confidence, First = body.First, Last = body.Last, FirstExpected = body.FirstExpected, LastExpected = body.LastExpected,
            Declared = body.Declared, Reports = reports,
        };
    }
}
