using Microsoft.Extensions.DependencyInjection;
using Pipeline.Releases.Publishing;
using Pipeline.Releases.Tables;

namespace Pipeline.Releases;

/// <summary>Registers what writes releases. The host registers the store and the names of regions.</summary>
public static class ReleaseServices
{
    /// <param name="folder">Where releases are kept, a folder each.</param>
    public static IServiceCollection AddReleases(this IServiceCollection services, string folder) => services
        .AddSingleton(new ReleaseShelf(folder))
        .AddSingleton<ReleaseTables>()
        .AddSingleton<ReleaseWriter>()
        .AddSingleton<ReleasePublisher>()
        .AddSingleton<LiveTables>();
}
