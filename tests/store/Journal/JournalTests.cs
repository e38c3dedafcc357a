using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Database;
using Pipeline.Store.Journal;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Journal;

/// <summary>What the journal holds is enough for a new database: only the embedded one keeps it.</summary>
public sealed class JournalTests : StoreTest<Sqlite>
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    private static readonly CellId Total = new("applications.new.total");

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-journal-").FullName;

    private JournalFolder Folder => new(_folder);

    [Fact]
    public async Task A_new_database_gets_the_documents_the_decisions_and_the_finished_record()
    {
        await ReadAndDecide();
        await CatchUp();

        await using var other = await Another();
        await other.Replay();

        var record = Assert.Single(await other.Records.Find(new RecordFilter(), 10, default));
        Assert.Equal((ReviewStatus.Reviewed, "wang"), (record.Status, record.FinishedBy));
        var review = Assert.Single(await other.Reviews.Of(record.Current.RecordId, default));
        Assert.Equal((Total, ReviewVerdict.Corrected, 21m, 2m, "wang", Start), (review.Cell, review.Verdict, review.Value, review.MachineValue, review.Reviewer, review.ReviewedAt));
    }

    [Fact]
    public async Task Each_thing_is_copied_once_and_a_torn_line_costs_itself_only()
    {
        await Read(Url);
        Assert.Equal(1, await CatchUp());
        Assert.Equal(0, await CatchUp());
        await File.AppendAllTextAsync(Directory.GetFiles(_folder, "*.jsonl").Single(), "{\"fetch\":{\"url\":\"http://www.q");
        await Read("http://www.qinghe.gov.cn/2.html");
        Assert.Equal(1, await CatchUp());

        await using var other = await Another();
        var fetches = await other.Journal.Fetches(Folder, default);

        Assert.Equal(new JournalTally(2, 0, 1), fetches);
        Assert.Equal(new JournalTally(2, 0, 1), await other.Journal.Fetches(Folder, default));
    }

    [Fact]
    public async Task A_record_that_was_put_back_is_not_finished_in_the_new_database_either()
    {
        var record = await ReadAndDecide();
        await CatchUp();
        await new ReviewQueue(Database, Clock).PutBack(record, default);
        await CatchUp();

        await using var other = await Another();
        await other.Replay();

        Assert.Equal(ReviewStatus.Review, Assert.Single(await other.Records.Find(new RecordFilter(), 10, default)).Status);
    }

    [Fact]
    public async Task What_people_said_besides_stands_in_the_new_database_by_records_and_bytes_not_by_ids()
    {
        var record = await ReadAndDecide();
        await Say(Database, record);
        await CatchUp();

        await using var other = await Another();
        await other.ReadAnother();
        await other.Replay();
        await other.Replay();

        Assert.DoesNotContain(record, (await other.Records.Find(new RecordFilter { Status = ReviewStatus.Reviewed }, 10, default)).Select(found => found.Current.RecordId));
        var said = await Said(Database);
        Assert.Equal(9, said.Count(line => line.EndsWith(": 1", StringComparison.Ordinal)));
        Assert.Equal(said, await Said(other.Store));
    }

    [Fact]
    public async Task A_decision_whose_record_was_not_read_again_is_counted()
    {
        await ReadAndDecide();
        await CatchUp();

        await using var other = await Another();
        await other.Journal.Fetches(Folder, default);

        Assert.Equal(new JournalTally(0, 2, 0), await other.Journal.Decisions(Folder, default));
    }

    /// <summary>A row of every table of what people say, about a record and about what is no record.</summary>
    private static async Task Say(PipelineDatabase database, long record)
    {
        await using var connection = await database.Open(default);
        await connection.ExecuteAsync(
            """
            INSERT INTO body_decisions (left_site, left_key, right_site, right_key, is_same, reviewer, decided_at) VALUES ('a', '清河县文化局', 'a', '清河县文化和旅游局', 1, 'wang', '2026-02-01');
            INSERT INTO declared_bodies (declared_id, body) VALUES ('1', '{"Id":"1"}');
            INSERT INTO review_steps (step_key, reviewer, decided_at, cause, grouped_by, scope, verdict, cells, records, finished) VALUES ('step', 'wang', '2026-02-01', 'grid', 'site', 'a', 'confirmed', 1, 1, 1);
            UPDATE cell_reviews SET step_id = (SELECT id FROM review_steps);
            UPDATE record_reviews SET step_id = (SELECT id FROM review_steps);
            INSERT INTO record_assignments (record_id, assignee, assigned_by, assigned_at) VALUES (@record, 'li', 'wang', '2026-02-01');
            INSERT INTO record_skips (record_id, reviewer, reason, skipped_at, until) VALUES (@record, 'li', '字迹不清', '2026-02-01', '2026-03-01');
            INSERT INTO audit_cells (week, record_id, version_id, cell_id) SELECT '2026-W05', id, current_version_id, 'applications.new.total' FROM records WHERE id = @record;
            INSERT INTO audit_answers (audit_cell_id, reviewer, is_right, answered_at) SELECT id, 'li', 0, '2026-02-01' FROM audit_cells;
            INSERT INTO source_alarms (source, alarm, since, acknowledged_alarm, acknowledged_reason, acknowledged_by, acknowledged_at, acknowledged_until)
            VALUES ('a', 'broken', '2026-02-01', 'broken', '网站改版', 'wang', '2026-02-01', '2026-03-01');
            INSERT INTO audit_log (happened_at, who, action, subject, detail) VALUES ('2026-02-01T00:00:00.000Z', 'wang', 'source.paused', 'a', '网站改版');
            """,
            new { record });
    }

    /// <summary>What stands of it, with the key of the record that it is about.</summary>
    private static async Task<IReadOnlyList<string>> Said(PipelineDatabase database)
    {
        await using var connection = await database.Open(default);
        return
        [
            .. await connection.QueryAsync<string>(
                """
                SELECT left_key || right_key || is_same || reviewer || decided_at || ': ' || COUNT(*) FROM body_decisions GROUP BY left_key, right_key, is_same, reviewer, decided_at
                UNION ALL SELECT declared_id || body || ': ' || COUNT(*) FROM declared_bodies GROUP BY declared_id, body
                UNION ALL SELECT step_key || verdict || (SELECT COUNT(*) FROM cell_reviews q WHERE q.step_id = s.id) || (SELECT COUNT(*) FROM record_reviews z WHERE z.step_id = s.id) || ': ' || COUNT(*) FROM review_steps s GROUP BY step_key
                UNION ALL SELECT r.record_key || assignee || ': ' || COUNT(*) FROM record_assignments JOIN records r ON r.id = record_id GROUP BY r.record_key, assignee
                UNION ALL SELECT r.record_key || reason || until || ': ' || COUNT(*) FROM record_skips JOIN records r ON r.id = record_id GROUP BY r.record_key, reason, until
                UNION ALL SELECT r.record_key || week || cell_id || v.values_hash || ': ' || COUNT(*) FROM audit_cells c JOIN records r ON r.id = c.record_id JOIN record_versions v ON v.id = c.version_id GROUP BY r.record_key, week, cell_id, v.values_hash
                UNION ALL SELECT reviewer || is_right || ': ' || COUNT(*) FROM audit_answers GROUP BY reviewer, is_right
                UNION ALL SELECT source || acknowledged_alarm || acknowledged_reason || ': ' || COUNT(*) FROM source_alarms WHERE acknowledged_alarm IS NOT NULL GROUP BY source, acknowledged_alarm, acknowledged_reason
                UNION ALL SELECT happened_at || who || action || subject || detail || ': ' || COUNT(*) FROM audit_log GROUP BY happened_at, who, action, subject, detail
                """),
        ];
    }

    protected override void End() => Directory.Delete(_folder, recursive: true);

    private Task<int> CatchUp() => new JournalWriter(Database, Folder, Clock).CatchUp(default);

    private async Task Read(string url)
    {
        await Ledger.Record(Fetch(Document(url)), default);
        await Settle(Document(url), SampleReport.Of() with { Status = ReviewStatus.Review });
    }

    /// <returns>The record.</returns>
    private async Task<long> ReadAndDecide()
    {
        await Read(Url);
        var record = (await OnlyRecord()).Current.RecordId;
        await new CellReviews(Database, Clock).Decide(new CellDecision(record, Total, ReviewVerdict.Corrected, 21, "印刷为21", "wang", 0), default);
        await new ReviewQueue(Database, Clock).Finish(record, "wang", default);
        return record;
    }

    private async Task<NewStore> Another()
    {
        var store = new NewStore(Folder);
        await store.InitializeAsync();
        return store;
    }

    /// <summary>A database without anything in it.</summary>
    private sealed class NewStore(JournalFolder folder) : StoreTest<Sqlite>
    {
        public new RecordQuery Records => base.Records;

        public CellReviews Reviews => new(Database, Clock);

        public PipelineDatabase Store => Database;

        public JournalReplay Journal => new(Database, Ledger);

        /// <summary>So that ids differ from those of the database before.</summary>
        public Task ReadAnother() => Settle(Document("http://www.linqu.gov.cn/1.html"), SampleReport.Of("临渠县民政局"));

        public async Task Replay()
        {
            await Journal.Fetches(folder, default);
            foreach (var fetch in await Ledger.Pending(DateTimeOffset.MaxValue, 10, default))
                await Settle(fetch, SampleReport.Of() with { Status = ReviewStatus.Review });
            Assert.Equal(0, (await Journal.Decisions(folder, default)).Without);
        }
    }
}
