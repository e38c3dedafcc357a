using Microsoft.Extensions.DependencyInjection;
using Pipeline.Releases.Publishing;
using Pipeline.Releases.Tables;

namespace Pipeline.Releases;

/// <summary>Registers what writes releases. The host registers the store and the names of regions.</summary>
public static class ReleaseServices
{
    public static IServiceCollection AddReleases(this IServiceCollection services) => services
        .AddSingleton<ReleaseTables>()
        .AddSingleton<ReleaseWriter>()
        .AddSingleton<ReleasePublisher>()
        .AddSingleton<LiveTables>();
}
