using System.Text.RegularExpressions;

namespace Pipeline.EndToEnd.Tests;

public sealed partial class RebuildTests(StoredSample stored) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-rebuild-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_damaged_database_is_made_anew_from_snapshots_and_journal_with_the_same_records()
    {
        var data = stored.CopyTo(_folder.FullName);
        await File.WriteAllTextAsync(Path.Combine(data, "pipeline.db"), "no database");

        var damaged = await PipelineProcess.Run("status", "--data", data);
        var rebuilt = await PipelineProcess.Run("rebuild", "--data", data);

        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains("pipeline rebuild", damaged.Error, StringComparison.Ordinal);
        Assert.True(rebuilt.ExitCode == 0, rebuilt.Error);
        Assert.Equal(Unnumbered(stored.Export), Unnumbered(await SampleProcess.Export(data)));
        Assert.Equal("no database", await File.ReadAllTextAsync(Directory.GetFiles(data, "pipeline.db.before-*").Single()));
    }

    [Fact]
    public async Task Without_a_journal_it_is_said_what_can_be_done()
    {
        var run = await PipelineProcess.Run("rebuild", "--data", _folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Restore a backup", run.Error, StringComparison.Ordinal);
    }

    // Records are numbered as they come.
    private static string Unnumbered(string export) => RecordNumber().Replace(export, "");

    [GeneratedRegex("""\"record_(?:id|page)\":[^,}]*,?""")]
    private static partial Regex RecordNumber();
}
