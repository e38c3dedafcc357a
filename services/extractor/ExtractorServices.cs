using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Consumers;
using Pipeline.Extractor.Explaining;
using Pipeline.Extractor.Metadata.Divisions;
using Pipeline.Extractor.Readers.Html.Painting;
using Pipeline.Extractor.Viewing;

namespace Pipeline.Extractor;

/// <summary>Registers the extractor and what it answers to people: views, reasons, checks and names of regions.</summary>
public static class ExtractorServices
{
    /// <summary>Names of regions alone, for commands that read no documents.</summary>
    public static IServiceCollection AddRegionNames(this IServiceCollection services) => services.AddSingleton<IRegionNames, RegionNames>();

    public static IServiceCollection AddExtractor(this IServiceCollection services) => services
        .AddSingleton(provider => ReportExtractor.With(provider.GetService<IPagePainter>()))
        .AddSingleton<SnapshotReading>()
        .AddSingleton(provider => new FollowedReading(provider.GetRequiredService<SnapshotReading>(), TimeProvider.System, provider.GetRequiredService<ILogger<FollowedReading>>()))
        .AddSingleton(_ => new Hands(TimeProvider.System))
        .AddRegionNames()
        .AddSingleton<ISnapshotViews, SnapshotViews>()
        .AddSingleton<IFormChecks, FormChecks>()
        .AddSingleton<IReadingReasons, CachedExplanations>();
}
