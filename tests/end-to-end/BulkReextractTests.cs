using Microsoft.Data.Sqlite;

namespace Pipeline.EndToEnd.Tests;

public sealed class BulkReextractTests(StoredSample stored) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-bulk-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_reading_of_everything_that_is_killed_goes_on_where_it_was_and_changes_nothing_that_reads_the_same()
    {
        var data = stored.CopyTo(_folder.FullName);
        // As if another version had read it all.
        await Execute(data, "UPDATE extractions SET extractor = 'another'");
        var total = await Execute(data, "SELECT COUNT(*) FROM extractions");
        var before = await SampleProcess.Export(data);

        using (var killed = PipelineProcess.Start("reextract", "--all", "--data", data))
        {
            while (await ReadAnew(data) < 3)
            {
                Assert.False(killed.HasEnded, "It ended before it could be killed.");
                await Task.Delay(5);
            }

            await killed.Kill();
        }

        var done = await ReadAnew(data);
        var rest = await PipelineProcess.Run("reextract", "--all", "--data", data);
        var again = await PipelineProcess.Run("reextract", "--all", "--data", data);

        Assert.Contains($"{total - done} documents read again. Records: none changed.", rest.Output, StringComparison.Ordinal);
        Assert.Equal(total, await ReadAnew(data));
        Assert.StartsWith("Nothing to do", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(before, await SampleProcess.Export(data));
    }

    [Theory]
    [InlineData]
    [InlineData("--all", "http://www.qinghe.gov.cn/1.html")]
    [InlineData("--all", "--refetch")]
    [InlineData("--all", "--year", "2023")]
    public async Task What_is_to_be_read_must_be_said_in_one_way(params string[] arguments)
    {
        var (exitCode, output, _) = await PipelineProcess.Run(["reextract", .. arguments]);

        Assert.Equal((2, ""), (exitCode, output));
    }

    private static Task<long> ReadAnew(string data) => Execute(data, "SELECT COUNT(*) FROM extractions WHERE extractor <> 'another'");

    private static async Task<long> Execute(string data, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "pipeline.db")};Pooling=False;Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() is long number ? number : 0;
    }
}
