using Pipeline.Database;

namespace Pipeline.Store.Tests.Engines;

/// <summary>Makes an empty database for one test and throws it away.</summary>
public interface IEngine : IAsyncDisposable
{
    Task<PipelineDatabase> Create();
}
