using Pipeline.Database;

namespace Pipeline.Store.Tests.Engines;

public sealed class Sqlite : IEngine
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-tests");

    public Task<PipelineDatabase> Create() => Task.FromResult(PipelineDatabase.Sqlite(Path.Combine(_folder.FullName, "pipeline.db")));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
