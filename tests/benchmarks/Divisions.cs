using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor;

namespace Pipeline.Benchmarks;

internal static class Divisions
{
    public static IRegionNames Names { get; } = new ServiceCollection().AddRegionNames().BuildServiceProvider().GetRequiredService<IRegionNames>();

    /// <summary>Codes of the divisions within one; of one that has none, its own.</summary>
    /// <param name="code">Null for the country.</param>
    public static IEnumerable<string> Within(string? code)
    {
        var below = Names.Below(code);
        return below.Count == 0 && code is not null ? [code] : below.Select(region => region.Code);
    }
}
