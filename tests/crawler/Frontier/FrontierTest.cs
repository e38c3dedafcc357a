using Pipeline.Crawler.Frontier;
using Pipeline.Database;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Crawler.Tests.Frontier;

/// <summary>A frontier on an empty database of one engine. What is made with another <see cref="FrontierDatabase"/> stands for another process.</summary>
public abstract class FrontierTest<TEngine> : IAsyncLifetime
    where TEngine : IEngine, new()
{
    private readonly TEngine _engine = new();
    private readonly List<FrontierDatabase> _processes = [];

    protected PipelineDatabase Database { get; private set; } = null!;

    internal SkippingClock Clock { get; } = new();

    public async ValueTask InitializeAsync() => Database = await _engine.Create();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
        await _engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Connections and memory of one process.</summary>
    internal async Task<FrontierDatabase> Process()
    {
        var process = new FrontierDatabase(Database);
        _processes.Add(process);
        await process.Prepare(default);
        return process;
    }
}
