using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor;

namespace Pipeline.Benchmarks;

internal static class Divisions
{
    public static IRegionNames Names { get; } = new ServiceCollection().AddRegionNames().BuildServiceProvider().GetRequiredService<IRegionNames>();
}
