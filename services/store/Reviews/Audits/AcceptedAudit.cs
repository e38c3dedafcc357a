using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reviews.Audits;

/// <summary>
/// Audits "accepted": each week cells of accepted records are drawn at random, one of a record, and two reviewers look at each without seeing each other's word.
/// The first tells how often accepted cells are right, both how far reviewers agree.
/// </summary>
public sealed class AcceptedAudit(PipelineDatabase database, TimeProvider clock)
{
    /// <summary>A quarter of an hour's work; over half a year more than a thousand cells, whose interval is half a percent wide.</summary>
    public const int Weekly = 50;

    private const int Reviewers = 2;

    // What nobody has looked at by then nobody will.
    private const int WeeksOpen = 4;
    private const int WeeksCounted = 26;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Draws for this week, unless that was done. Cells that the page leaves blank are not drawn: there is nothing to be right or wrong about.</summary>
    /// <returns>How many were drawn.</returns>
    public async Task<int> Draw(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var week = Week(0);
        if (!database.CanWrite || await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM audit_cells WHERE week = @week", new { week }) > 0)
            return 0;
        var accepted = (await connection.QueryAsync<long>("SELECT current_version_id FROM records WHERE status = 'accepted' AND copy_of IS NULL AND state <> 'withdrawn' AND current_version_id IS NOT NULL")).ToArray();
        RandomNumberGenerator.Shuffle<long>(accepted);
        var rows = await connection.QueryAsync<VersionRow>(
            $"SELECT v.id AS VersionId, {VersionColumns.Columns} FROM {VersionColumns.Tables} WHERE v.id {IdList.Among(connection)}", new { ids = IdList.Text(accepted.Take(Weekly)) });
        var drawn = rows.Select(row => (row.RecordId, row.VersionId, Cell: Any(row.ToVersion().Report))).Where(row => row.Cell is not null);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var count = await connection.ExecuteAsync(
            "INSERT INTO audit_cells (week, record_id, version_id, cell_id) SELECT @week, @RecordId, @VersionId, @cell WHERE (SELECT COUNT(*) FROM audit_cells WHERE week = @week) < @Weekly ON CONFLICT DO NOTHING",
            drawn.Select(row => new { week, row.RecordId, row.VersionId, cell = row.Cell.ToString(), Weekly }), transaction);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    /// <summary>The next cell for a reviewer, those first that nobody has looked at; null when none is left for this person.</summary>
    public async Task<AuditCell?> Next(string reviewer, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<(long Id, string Week, long Record, long Version, string Cell)>(
            """
            SELECT c.id, c.week, c.record_id, c.version_id, c.cell_id FROM audit_cells c
            WHERE c.week >= @oldest AND NOT EXISTS (SELECT 1 FROM audit_answers a WHERE a.audit_cell_id = c.id AND a.reviewer = @reviewer)
              AND (SELECT COUNT(*) FROM audit_answers a WHERE a.audit_cell_id = c.id) < @Reviewers
            ORDER BY (SELECT COUNT(*) FROM audit_answers a WHERE a.audit_cell_id = c.id), c.id LIMIT 1
            """,
            new { oldest = Week(WeeksOpen), reviewer = StoredText.Clean(reviewer), Reviewers });
        return row.Id == 0 ? null : new AuditCell(row.Id, row.Week, row.Record, row.Version, new CellId(row.Cell));
    }

    /// <summary>Null when there is no such drawn cell.</summary>
    public async Task<AuditCell?> Find(long id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<(long Id, string Week, long Record, long Version, string Cell)>("SELECT id, week, record_id, version_id, cell_id FROM audit_cells WHERE id = @id", new { id });
        return row.Id == 0 ? null : new AuditCell(row.Id, row.Week, row.Record, row.Version, new CellId(row.Cell));
    }

    /// <summary>Keeps what a reviewer says of a drawn cell; the first word stands.</summary>
    public async Task<bool> Answer(long id, string reviewer, bool isRight, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteAsync(
            "INSERT INTO audit_answers (audit_cell_id, reviewer, is_right, answered_at) SELECT id, @reviewer, @right, @now FROM audit_cells WHERE id = @id ON CONFLICT DO NOTHING",
            new { id, reviewer = StoredText.Clean(reviewer), right = isRight ? 1 : 0, now = StoredTime.Text(clock.GetUtcNow()) }) > 0;
    }

    public async Task<AuditFigures> Figures(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = (await connection.QueryAsync<(long Answers, long Right)>(
            "SELECT COUNT(*), SUM(a.is_right) FROM audit_answers a JOIN audit_cells c ON c.id = a.audit_cell_id WHERE c.week >= @oldest GROUP BY c.id", new { oldest = Week(WeeksCounted) })).ToList();
        var pairs = rows.Where(row => row.Answers >= Reviewers).ToList();
        var open = await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM audit_cells c WHERE c.week >= @oldest AND (SELECT COUNT(*) FROM audit_answers a WHERE a.audit_cell_id = c.id) < @Reviewers", new { oldest = Week(WeeksOpen), Reviewers });
        return new AuditFigures(
            new Proportion(rows.Count(row => row.Right == row.Answers), rows.Count), new Proportion(pairs.Count(row => row.Right == 0 || row.Right == row.Answers), pairs.Count), open);
    }

    private static CellId? Any(AnnualReport report)
    {
        var numbers = report.Cells.Where(cell => cell is { Value: not null, Source: not null }).Select(cell => cell.Cell).ToList();
        return numbers.Count == 0 ? null : numbers[RandomNumberGenerator.GetInt32(numbers.Count)];
    }

    // ISO weeks sort as text.
    private string Week(int before)
    {
        var day = clock.GetUtcNow().ToOffset(China).DateTime.AddDays(-7 * before);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private sealed class VersionRow : VersionColumns
    {
        public long VersionId { get; init; }
    }
}
