using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Tests.Migrations;

/// <summary>A database that is somebody else's, or a backup's: looked at, never written.</summary>
public sealed class ReadOnlyDatabaseTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-read-only");

    private string File => Path.Combine(_folder.FullName, "a ? b.db");

    public async ValueTask InitializeAsync()
    {
        await using var owner = PipelineDatabase.Sqlite(File);
        await StoreSchema.Migrate(owner, default);
    }

    [Fact]
    public async Task It_is_read_and_nothing_is_left_beside_it()
    {
        await using (var database = PipelineDatabase.SqliteToRead(File))
        {
            await StoreSchema.Migrate(database, default);
            await using var connection = await database.Open(default);
            Assert.True(await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM form_cells") > 0);
            var error = await Assert.ThrowsAnyAsync<Exception>(() => connection.ExecuteAsync("DELETE FROM form_cells"));
            Assert.True(PipelineDatabase.IsRefusedChange(error));
        }

        Assert.Equal([File], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task What_an_owner_writes_meanwhile_is_seen()
    {
        await using var owner = PipelineDatabase.Sqlite(File);
        await using var writing = await owner.Open(default);
        await writing.ExecuteAsync("DELETE FROM form_cells");

        await using var database = PipelineDatabase.SqliteToRead(File);
        await using var connection = await database.Open(default);

        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM form_cells"));
    }

    [Fact]
    public async Task One_of_an_older_program_is_refused_with_what_to_do()
    {
        await using (var owner = PipelineDatabase.Sqlite(File))
        {
            await using var connection = await owner.Open(default);
            await connection.ExecuteAsync("DELETE FROM schema_versions WHERE version = (SELECT MAX(version) FROM schema_versions)");
        }

        await using var database = PipelineDatabase.SqliteToRead(File);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StoreSchema.Migrate(database, default));

        Assert.Contains("let its owner run any command", error.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
