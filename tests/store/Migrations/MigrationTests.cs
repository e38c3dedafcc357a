using Dapper;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Migrations;

public sealed class SqliteMigrationTests : MigrationTests<Sqlite>;

public sealed class PostgresMigrationTests : MigrationTests<Postgres>;

public abstract class MigrationTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task A_program_works_on_beside_a_newer_one_that_only_added_to_the_tables()
    {
        await Newer(breaking: false);

        await StoreSchema.Migrate(Database, default);

        await Settle(Document("http://www.qinghe.gov.cn/1.html"), SampleReport.Of());
        await OnlyRecord();
    }

    [Fact]
    public async Task A_program_refuses_tables_that_a_newer_one_broke_and_says_which()
    {
        await Newer(breaking: true);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StoreSchema.Migrate(Database, default));

        Assert.Matches("version 999 of the store tables, which this program \\(version [0-9]+\\) cannot use: start the newer program", error.Message);
    }

    [Fact]
    public async Task A_step_that_another_branch_overtook_is_still_taken()
    {
        await using (var connection = await Database.Open(default))
            await connection.ExecuteAsync("DROP INDEX fetches_failed; DROP INDEX records_for_review; DROP INDEX extractions_by_document; DROP INDEX record_versions_by_document; DELETE FROM schema_versions WHERE version = 4");

        await StoreSchema.Migrate(Database, default);

        await using var again = await Database.Open(default);
        await again.ExecuteAsync("DROP INDEX fetches_failed");
    }

    [Fact]
    public async Task A_step_in_pieces_is_repeated_until_it_changes_nothing()
    {
        await Settle(Document("http://www.qinghe.gov.cn/1.html"), SampleReport.Of());
        await using var connection = await Database.Open(default);
        var known = await connection.ExecuteScalarAsync<string>("SELECT last_content_at FROM documents");
        await connection.ExecuteAsync("UPDATE documents SET last_content_at = NULL; DELETE FROM schema_versions WHERE room = 'store' AND version = 12");

        await StoreSchema.Migrate(Database, default);

        Assert.NotNull(known);
        Assert.Equal(known, await connection.ExecuteScalarAsync<string>("SELECT last_content_at FROM documents"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_versions WHERE room = 'store' AND version = 12"));
    }

    [Fact]
    public async Task What_an_older_crawler_left_out_during_an_upgrade_is_made_up_for_when_the_crawl_ends()
    {
        await Ledger.RunStarted(new CrawlRun(Run(0), Start, "nightly"), default);
        await Settle(Document("http://www.qinghe.gov.cn/1.html"), SampleReport.Of());
        await using var connection = await Database.Open(default);
        var known = await connection.ExecuteScalarAsync<string>("SELECT last_content_at FROM documents");
        await connection.ExecuteAsync("UPDATE documents SET last_content_at = NULL");

        await Ledger.RunEnded(Run(0), Start.AddHours(1), default);

        Assert.NotNull(known);
        Assert.Equal(known, await connection.ExecuteScalarAsync<string>("SELECT last_content_at FROM documents"));
    }

    [Fact]
    public async Task Several_starters_at_once_migrate_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StoreSchema.Migrate(Database, default))));

        await using var connection = await Database.Open(default);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) - COUNT(DISTINCT version) FROM schema_versions WHERE room = 'store'"));
    }

    private async Task Newer(bool breaking)
    {
        await using var connection = await Database.Open(default);
        await connection.ExecuteAsync("ALTER TABLE records ADD COLUMN of_tomorrow TEXT NULL; INSERT INTO schema_versions (room, version, applied_at) VALUES ('store', 999, 'tomorrow')");
        if (breaking)
            await connection.ExecuteAsync("INSERT INTO schema_breaks (room, version) VALUES ('store', 999)");
    }
}
