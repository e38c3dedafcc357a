using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Extractor;
using Pipeline.Host.Settings;
using Pipeline.Releases;
using Pipeline.Store;

namespace Pipeline.Host.Composition;

/// <summary>The store's queries without any worker or bus: what commands need that only look, also into a folder that they may not write.</summary>
internal sealed class StoreSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly PipelineDatabase _database;

    private StoreSession(ServiceProvider services, PipelineDatabase database)
    {
        _services = services;
        _database = database;
    }

    /// <exception cref="CommandLine.CommandFailedException">There is no data yet, or the database cannot be reached.</exception>
    public static async Task<StoreSession> Open(PipelineSettings settings, CancellationToken cancellation)
    {
        var data = settings.Database.Kind == DatabaseKind.Sqlite ? DataFolder.Read(settings.Data) : DataFolder.Create(settings.Data);
        var database = await Databases.Open(settings.Database, data, cancellation);
        var services = new ServiceCollection().AddSingleton(database).AddSingleton<IUrlNormaliser, CrawlerUrls>().AddRegionNames().AddStore(Stores.OptionsOf(settings, data)).AddReleases(data.Releases).BuildServiceProvider();
        return new StoreSession(services, database);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
