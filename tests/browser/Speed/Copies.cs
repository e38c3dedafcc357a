using System.Data;
using System.Globalization;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Browser.Tests.Speed;

/// <summary>
/// Copies of everything that a database holds, under other addresses, bodies and keys: rows that the store itself wrote, multiplied by the database in minutes
/// where the store would take an hour.
/// </summary>
internal sealed class Copies(PipelineDatabase database)
{
    // In the order of their references. What stands on the right takes {k} for the copy's number and {name} for the distance of its ids from the originals'.
    private static readonly (string Table, string Columns)[] Tables =
    [
        ("documents", "id + {documents}, url || '?copy={k}', '{k}.' || site, source || '{k}', listed_host, referrer, first_seen_at, last_checked_at, last_outcome, last_run_id, gone_at, last_content_at, last_answer_at, failing_since"),
        ("snapshots", "id + {snapshots}, {hash}, first_fetched_at"),
        ("fetches", "id + {fetches}, SUBSTR(fetch_key, 1, 24) || {digits}, run_id, document_id + {documents}, fetched_at, outcome, reason, snapshot_id + {snapshots}, facts, next_attempt_at, attempts, settled_at, result, result_reason, result_detail, reread_failed_at, reread_reason, reread_detail"),
        ("extractions", "id + {extractions}, document_id + {documents}, snapshot_id + {snapshots}, extractor, reader, media_type, media_type_basis, charset, charset_basis, outcome, reason, detail, fetched_at, crawl_at, stored_at, CASE version_ids WHEN '[]' THEN version_ids ELSE '[' || (CAST(SUBSTR(version_ids, 2, LENGTH(version_ids) - 2) AS BIGINT) + {record_versions}) || ']' END"),
        ("records", "id + {records}, '{k}.' || record_key, '{k}.' || site, authority_key || '{k}', authority || '{k}', year, form, level, region_code, status, confidence, trust, state, copy_of + {records}, current_version_id + {record_versions}, findings, created_at, updated_at, NULL"),
        ("record_versions", "id + {record_versions}, record_id + {records}, number, document_id + {documents}, extraction_id + {extractions}, report_hash, values_hash, text_hash, form, year, authority || '{k}', title, published, level, region_code, trust, layout, status, confidence, checks_passed, violations, cell_values, detail, stored_at"),
        ("record_sources", "record_id + {records}, document_id + {documents}, version_id + {record_versions}, state"),
        ("cell_reviews", "id + {cell_reviews}, record_id + {records}, cell_id, number, version_id + {record_versions}, verdict, value, machine_value, machine_confidence, reason, reviewer, reviewed_at, NULL"),
    ];

    private bool IsSqlite => database.Engine == DatabaseEngine.Sqlite;

    /// <param name="copies">How many, besides the originals.</param>
    public async Task Add(int copies)
    {
        await using var connection = await database.Open(default);
        var originals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables.Where(table => table.Columns.StartsWith("id ", StringComparison.Ordinal)))
            originals.Add(table.Table, await connection.ExecuteScalarAsync<long>($"SELECT MAX(id) FROM {table.Table}"));
        for (var copy = 1; copy <= copies; copy++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var (table, columns) in Tables)
            {
                var within = originals.TryGetValue(table, out var last) ? $"id <= {last}" : $"record_id <= {originals["records"]}";
                await connection.ExecuteAsync($"INSERT INTO {table} {(IsSqlite ? "" : "OVERRIDING SYSTEM VALUE")} SELECT {Columns(columns, copy, originals)} FROM {table} WHERE {within}", transaction: transaction, commandTimeout: 600);
            }

            await transaction.CommitAsync();
        }

        // As the end of a crawl does, and PostgreSQL by itself in time.
        await connection.ExecuteAsync(IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE", commandTimeout: 600, commandType: CommandType.Text);
        await database.Analyse(connection);
    }

    private string Columns(string columns, int copy, Dictionary<string, long> originals)
    {
        columns = columns.Replace("{hash}", IsSqlite ? "randomblob(32)" : "sha256(sha256 || '{k}'::bytea)", StringComparison.Ordinal)
            .Replace("{digits}", IsSqlite ? "printf('%012x', id + {fetches})" : "LPAD(TO_HEX(id + {fetches}), 12, '0')", StringComparison.Ordinal);
        foreach (var (table, last) in originals)
            columns = columns.Replace($"{{{table}}}", (last * copy).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return columns.Replace("{k}", copy.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
