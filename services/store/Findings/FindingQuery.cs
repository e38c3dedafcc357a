using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Bodies.Findings;
using Pipeline.Database;
using Pipeline.Store.Bodies;
using Pipeline.Store.Records;

namespace Pipeline.Store.Findings;

/// <summary>Reads findings.</summary>
public sealed class FindingQuery(PipelineDatabase database)
{
    /// <summary>One page of a list, by id.</summary>
    /// <param name="after">Id of the last finding of the page before; 0 for the first page.</param>
    public async Task<IReadOnlyList<StoredFinding>> Page(FindingFilter filter, long after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<Row>(
            $"""
            SELECT f.id AS Id, f.kind AS Kind, f.outcome AS Outcome, f.body_id AS BodyId, b.name AS Body, f.year AS Year, f.check_name AS CheckName, f.cause AS Cause, f.records AS Records, f.cells AS Cells,
                   f.suspects AS Suspects, f.missing AS Missing, f.found_at AS FoundAt
            FROM findings f JOIN bodies b ON b.id = f.body_id WHERE f.id > @after AND {Conditions(filter)} ORDER BY f.id LIMIT @limit
            """,
            Values(filter, after, limit))).ToList();
        var names = await Names(connection, rows.SelectMany(row => Ids(row.Suspects).Concat(Ids(row.Missing))).Distinct());
        return [.. rows.Select(row => row.ToFinding(names))];
    }

    /// <summary>How many there are by kind and outcome.</summary>
    public async Task<IReadOnlyDictionary<(FindingKind Kind, FindingOutcome Outcome), long>> Counts(FindingFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Kind, string Outcome, long Count)>(
            $"SELECT f.kind, f.outcome, COUNT(*) FROM findings f JOIN bodies b ON b.id = f.body_id WHERE {Conditions(filter)} GROUP BY f.kind, f.outcome", Values(filter, 0, 0));
        return rows.ToDictionary(row => (StoredName.Read<FindingKind>(row.Kind), StoredName.Read<FindingOutcome>(row.Outcome)), row => row.Count);
    }

    private static string Conditions(FindingFilter filter)
    {
        var conditions = new List<string> { "1 = 1" };
        if (filter.Kind is not null)
            conditions.Add("f.kind = @kind");
        if (filter.Outcome is not null)
            conditions.Add("f.outcome = @outcome");
        else if (!filter.Agreeing)
            conditions.Add("f.outcome <> 'agrees'");
        if (filter.Body is not null)
            conditions.Add("f.body_id = @body");
        if (filter.Year is not null)
            conditions.Add("f.year = @year");
        if (filter.Region is not null)
            conditions.Add(RegionSql.Within("b.region_code", "region", "lastRegion"));
        return string.Join(" AND ", conditions);
    }

    private static object Values(FindingFilter filter, long after, int limit) => new
    {
        after, limit, kind = filter.Kind is { } kind ? StoredName.Of(kind) : null, outcome = filter.Outcome is { } outcome ? StoredName.Of(outcome) : null,
        body = filter.Body, year = filter.Year, region = filter.Region, lastRegion = filter.Region is { } region ? RegionSql.Last(region) : null,
    };

    private static async Task<Dictionary<long, string>> Names(DbConnection connection, IEnumerable<long> ids) =>
        (await connection.QueryAsync<(long Id, string Name)>($"SELECT id, name FROM bodies WHERE id {IdList.Among(connection)}", new { ids = IdList.Text(ids) })).ToDictionary(row => row.Id, row => row.Name);

    private static long[] Ids(string json) => JsonSerializer.Deserialize<long[]>(json)!;

    private sealed class Row
    {
        public long Id { get; init; }

        public required string Kind { get; init; }

        public required string Outcome { get; init; }

        public long BodyId { get; init; }

        public required string Body { get; init; }

        public int Year { get; init; }

        public required string CheckName { get; init; }

        public string? Cause { get; init; }

        public required string Records { get; init; }

        public required string Cells { get; init; }

        public required string Suspects { get; init; }

        public required string Missing { get; init; }

        public required string FoundAt { get; init; }

        public StoredFinding ToFinding(Dictionary<long, string> names) => new(
            Id, StoredName.Read<FindingKind>(Kind), StoredName.Read<FindingOutcome>(Outcome), new BodyName(BodyId, Body), Year, CheckName, Cause is null ? null : StoredName.Read<FindingCause>(Cause), Ids(Records),
            JsonSerializer.Deserialize<FindingCell[]>(Cells)!, Named(Suspects, names), Named(Missing, names), StoredTime.Instant(FoundAt));

        private static IReadOnlyList<BodyName> Named(string ids, Dictionary<long, string> names) => [.. Ids(ids).Where(names.ContainsKey).Select(id => new BodyName(id, names[id]))];
    }
}
