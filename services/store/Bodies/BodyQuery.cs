using System.Text.Json;
using Dapper;
using Pipeline.Bodies.Names;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Bodies;

/// <summary>Reads bodies, and the questions about them.</summary>
public sealed class BodyQuery(PipelineDatabase database)
{
    private const string Columns =
        "b.id AS Id, b.name AS Name, b.kind AS Kind, b.region_code AS Region, g.id AS GovernmentId, g.name AS Government, b.first_year AS FirstYear, b.last_year AS LastYear, b.reports AS Reports, b.confidence AS Confidence";

    // Of several records on one year the official one, then the surer.
    public const string Chosen =
        "ROW_NUMBER() OVER (PARTITION BY r.body_id, r.year ORDER BY CASE WHEN r.trust = 'official' THEN 0 ELSE 1 END, CASE WHEN r.status = 'review' THEN 1 ELSE 0 END, r.confidence DESC, r.id DESC)";

    /// <summary>One page of a list, by id.</summary>
    /// <param name="after">Id of the last body of the page before; 0 for the first page.</param>
    public async Task<IReadOnlyList<BodySummary>> Page(BodyFilter filter, long after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var conditions = new List<string> { "b.id > @after", "b.became_id IS NULL" };
        if (BodyKey.Of(filter.Name) is not null)
            conditions.Add("b.id IN (SELECT n.body_id FROM body_names n WHERE n.name_key LIKE @name ESCAPE '\\')");
        if (filter.Kind is not null)
            conditions.Add("b.kind = @kind");
        if (filter.Region is not null)
            conditions.Add(RegionSql.Within("b.region_code", "region", "lastRegion"));
        if (filter.Government is not null)
            conditions.Add("b.government_id = @government");
        if (filter.SilentSince is not null)
            conditions.Add("b.last_year < @silent AND (b.last_expected IS NULL OR b.last_expected >= @silent)");
        var rows = await connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM bodies b LEFT JOIN bodies g ON g.id = b.government_id WHERE {string.Join(" AND ", conditions)} ORDER BY b.id LIMIT @limit",
            new
            {
                after, limit, name = BodyKey.Of(filter.Name) is { } key ? $"%{FilterSql.Escaped(key)}%" : null, kind = filter.Kind is { } kind ? StoredName.Of(kind) : null,
                region = filter.Region, lastRegion = filter.Region is { } region ? RegionSql.Last(region) : null, government = filter.Government, silent = filter.SilentSince,
            });
        return [.. rows.Select(row => row.ToSummary())];
    }

    /// <summary>Null when there is none of that id.</summary>
    public async Task<StoredBody?> One(long id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            $"""
            SELECT {Columns}, b.sites AS Sites, b.evidence AS Evidence, b.declared_id AS Declared, w.id AS BecameId, w.name AS Became, (SELECT COUNT(*) FROM bodies c WHERE c.government_id = b.id) AS Bodies
            FROM bodies b LEFT JOIN bodies g ON g.id = b.government_id LEFT JOIN bodies w ON w.id = b.became_id WHERE b.id = @id
            """,
            new { id });
        if (row is null)
            return null;
        var names = await connection.QueryAsync<(string Name, int First, int Last)>("SELECT name, first_year, last_year FROM body_names WHERE body_id = @id ORDER BY last_year DESC, first_year DESC, name_key", new { id });
        var records = await connection.QueryAsync<(long Id, int Year, long Place)>(
            $"SELECT r.id, r.year, {Chosen} FROM records r WHERE r.body_id = @id AND r.copy_of IS NULL AND r.state <> 'withdrawn' AND r.year IS NOT NULL ORDER BY r.year, r.id", new { id });
        return new StoredBody(
            row.ToSummary(), [.. names.Select(name => new PrintedName(name.Name, name.First, name.Last))], JsonSerializer.Deserialize<string[]>(row.Sites!)!, JsonSerializer.Deserialize<string[]>(row.Evidence!)!,
            (int)row.Bodies, row.BecameId is { } became ? new BodyName(became, row.Became!) : null, row.Declared, [.. records.Select(record => new BodyRecord(record.Id, record.Year, record.Place == 1))]);
    }

    /// <summary>The body that a record is about; null where the record tells none, and until the next refresh.</summary>
    public async Task<BodyName?> OfRecord(long recordId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<(long Id, string? Name)>("SELECT b.id, b.name FROM records r JOIN bodies b ON b.id = r.body_id WHERE r.id = @recordId", new { recordId });
        return row.Name is null ? null : new BodyName(row.Id, row.Name);
    }

    /// <summary>Pairs that may be one body, the likeliest first.</summary>
    public async Task<IReadOnlyList<StoredQuestion>> Questions(int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<QuestionRow>(
            """
            SELECT q.id AS Id, q.evidence AS Evidence, q.confidence AS Confidence, l.id AS LeftId, l.name AS LeftName, l.first_year AS LeftFirst, l.last_year AS LeftLast,
                   r.id AS RightId, r.name AS RightName, r.first_year AS RightFirst, r.last_year AS RightLast
            FROM body_questions q JOIN bodies l ON l.id = q.left_id JOIN bodies r ON r.id = q.right_id ORDER BY q.confidence DESC, q.id LIMIT @limit
            """,
            new { limit });
        return [.. rows.Select(row => new StoredQuestion(row.Id, new BodyName(row.LeftId, row.LeftName), (row.LeftFirst, row.LeftLast), new BodyName(row.RightId, row.RightName), (row.RightFirst, row.RightLast), row.Evidence, row.Confidence))];
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public required string Name { get; init; }

        public required string Kind { get; init; }

        public string? Region { get; init; }

        public long? GovernmentId { get; init; }

        public string? Government { get; init; }

        public int? FirstYear { get; init; }

        public int? LastYear { get; init; }

        public int Reports { get; init; }

        public double Confidence { get; init; }

        public string? Sites { get; init; }

        public string? Evidence { get; init; }

        public string? Declared { get; init; }

        public long? BecameId { get; init; }

        public string? Became { get; init; }

        public long Bodies { get; init; }

        public BodySummary ToSummary() => new(Id, Name, StoredName.Read<BodyKind>(Kind), Region, GovernmentId is { } government ? new BodyName(government, Government!) : null, FirstYear, LastYear, Reports, Confidence);
    }

    private sealed class QuestionRow
    {
        public long Id { get; init; }

        public required string Evidence { get; init; }

        public double Confidence { get; init; }

        public long LeftId { get; init; }

        public required string LeftName { get; init; }

        public int LeftFirst { get; init; }

        public int LeftLast { get; init; }

        public long RightId { get; init; }

        public required string RightName { get; init; }

        public int RightFirst { get; init; }

        public int RightLast { get; init; }
    }
}

/// <summary>Two bodies that may be one, the left before the right.</summary>
/// <param name="Evidence">What speaks for it.</param>
/// <param name="Confidence">Probability that they are one.</param>
public sealed record StoredQuestion(long Id, BodyName Left, (int First, int Last) LeftYears, BodyName Right, (int First, int Last) RightYears, string Evidence, double Confidence);
