using System.Data.Common;
using System.Text.Json;
using Dapper;
using Rows = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.Dictionary<string, object?>>;

namespace Pipeline.Store.Journal;

/// <summary>
/// Small tables of what people said besides decisions about cells, kept whole beside the snapshots. Their rows name records and bytes as every database does, never by id.
/// Another table is another line here.
/// </summary>
internal static class KeptTables
{
    // Steps come before the decisions that belong to them, drawn cells before the answers about them.
    private static readonly KeptTable[] All =
    [
        new(
            "name_decisions",
            "SELECT left_site, left_key, right_site, right_key, is_same, reviewer, decided_at FROM body_decisions ORDER BY id",
            """
            INSERT INTO body_decisions (left_site, left_key, right_site, right_key, is_same, reviewer, decided_at)
            SELECT @left_site, @left_key, @right_site, @right_key, @is_same, @reviewer, @decided_at WHERE NOT EXISTS (
                SELECT 1 FROM body_decisions WHERE left_site = @left_site AND left_key = @left_key AND right_site = @right_site AND right_key = @right_key AND decided_at = @decided_at)
            """),
        new("declared_bodies", "SELECT declared_id, body FROM declared_bodies ORDER BY declared_id", "INSERT INTO declared_bodies (declared_id, body) VALUES (@declared_id, @body) ON CONFLICT DO NOTHING"),
        new(
            "steps",
            "SELECT step_key, reviewer, decided_at, cause, grouped_by, scope, verdict, reason, cells, records, finished, undone_by, undone_at FROM review_steps ORDER BY id",
            """
            INSERT INTO review_steps (step_key, reviewer, decided_at, cause, grouped_by, scope, verdict, reason, cells, records, finished, undone_by, undone_at)
            VALUES (@step_key, @reviewer, @decided_at, @cause, @grouped_by, @scope, @verdict, @reason, @cells, @records, @finished, @undone_by, @undone_at) ON CONFLICT DO NOTHING
            """),
        new(
            "assignments",
            "SELECT r.record_key AS record, a.assignee, a.assigned_by, a.assigned_at FROM record_assignments a JOIN records r ON r.id = a.record_id ORDER BY r.record_key",
            "INSERT INTO record_assignments (record_id, assignee, assigned_by, assigned_at) SELECT id, @assignee, @assigned_by, @assigned_at FROM records WHERE record_key = @record ON CONFLICT DO NOTHING"),
        new(
            "skips",
            "SELECT r.record_key AS record, k.reviewer, k.reason, k.skipped_at, k.until FROM record_skips k JOIN records r ON r.id = k.record_id ORDER BY r.record_key, k.reviewer",
            "INSERT INTO record_skips (record_id, reviewer, reason, skipped_at, until) SELECT id, @reviewer, @reason, @skipped_at, @until FROM records WHERE record_key = @record ON CONFLICT DO NOTHING"),
        new(
            "audited_cells",
            """
            SELECT c.week, r.record_key AS record, LOWER(HEX(n.sha256)) AS snapshot, c.cell_id
            FROM audit_cells c JOIN records r ON r.id = c.record_id JOIN record_versions v ON v.id = c.version_id JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id ORDER BY c.id
            """,
            """
            INSERT INTO audit_cells (week, record_id, version_id, cell_id)
            SELECT @week, r.id, MAX(v.id), @cell_id FROM records r JOIN record_versions v ON v.record_id = r.id JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id
            WHERE r.record_key = @record AND LOWER(HEX(n.sha256)) = @snapshot GROUP BY r.id ON CONFLICT DO NOTHING
            """),
        new(
            "audit_answers",
            "SELECT c.week, r.record_key AS record, a.reviewer, a.is_right, a.answered_at FROM audit_answers a JOIN audit_cells c ON c.id = a.audit_cell_id JOIN records r ON r.id = c.record_id ORDER BY c.id, a.reviewer",
            """
            INSERT INTO audit_answers (audit_cell_id, reviewer, is_right, answered_at)
            SELECT c.id, @reviewer, @is_right, @answered_at FROM audit_cells c JOIN records r ON r.id = c.record_id WHERE c.week = @week AND r.record_key = @record ON CONFLICT DO NOTHING
            """),
        new(
            "acknowledgements",
            """
            SELECT source, alarm, since, acknowledged_alarm, acknowledged_reason, acknowledged_by, acknowledged_at, acknowledged_until
            FROM source_alarms WHERE acknowledged_alarm IS NOT NULL ORDER BY source
            """,
            """
            INSERT INTO source_alarms (source, alarm, since, acknowledged_alarm, acknowledged_reason, acknowledged_by, acknowledged_at, acknowledged_until)
            VALUES (@source, @alarm, @since, @acknowledged_alarm, @acknowledged_reason, @acknowledged_by, @acknowledged_at, @acknowledged_until) ON CONFLICT (source) DO NOTHING
            """),
    ];

    /// <returns>For each table its rows, ready to be written as JSON.</returns>
    public static async Task<IReadOnlyDictionary<string, Rows>> Read(DbConnection connection)
    {
        var kept = new Dictionary<string, Rows>(StringComparer.Ordinal);
        foreach (var table in All)
        {
            var rows = await connection.QueryAsync(table.Read);
            kept[table.Name] = [.. rows.Select(row => new Dictionary<string, object?>((IDictionary<string, object?>)row, StringComparer.Ordinal))];
        }

        return kept;
    }

    /// <summary>Puts rows back that are not there. Done twice it changes nothing.</summary>
    public static async Task Write(DbConnection connection, IReadOnlyDictionary<string, IReadOnlyList<Dictionary<string, JsonElement>>> kept)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in All)
            foreach (var row in kept.GetValueOrDefault(table.Name) ?? [])
                await connection.ExecuteAsync(table.Write, new DynamicParameters(row.ToDictionary(value => value.Key, value => Plain(value.Value))), transaction);
        await transaction.CommitAsync();
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetString(),
    };

    private sealed record KeptTable(string Name, string Read, string Write);
}
