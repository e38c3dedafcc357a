using System.Data.Common;
using Dapper;
using Pipeline.Bodies.Resolving;

namespace Pipeline.Store.Bodies;

/// <summary>The names that records print, each with the body that its records have today.</summary>
internal static class MentionRows
{
    /// <summary>Records that tell a body and a year, without copies and withdrawn readings.</summary>
    public const string Counted = "r.current_version_id IS NOT NULL AND r.copy_of IS NULL AND r.state <> 'withdrawn' AND r.authority_key IS NOT NULL AND r.year IS NOT NULL";

    public static async Task<IReadOnlyList<(Mention Mention, IReadOnlyList<long?> Bodies)>> Read(DbConnection connection)
    {
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT r.site AS Site, r.authority_key AS Key, r.year AS Year, MAX(r.authority) AS Printed, MAX(r.region_code) AS Region, MIN(r.body_id) AS Body
            FROM records r WHERE {Counted} GROUP BY r.site, r.authority_key, r.year
            """);
        return
        [
            .. rows.GroupBy(row => (row.Site, row.Key)).OrderBy(group => group.Key.Site, StringComparer.Ordinal).ThenBy(group => group.Key.Key, StringComparer.Ordinal)
                .Select(group => (
                    new Mention(group.Key.Site, group.Key.Key, group.MaxBy(row => row.Year)!.Printed, group.Select(row => row.Region).FirstOrDefault(region => region is not null), [.. group.Select(row => row.Year).Order()]),
                    (IReadOnlyList<long?>)[.. group.Select(row => row.Body)])),
        ];
    }

    private sealed class Row
    {
        public required string Site { get; init; }

        public required string Key { get; init; }

        public int Year { get; init; }

        public required string Printed { get; init; }

        public string? Region { get; init; }

        public long? Body { get; init; }
    }
}
