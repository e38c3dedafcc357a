using Pipeline.Contracts.Ports;

namespace Pipeline.Web.Explore;

/// <summary>What a person may choose from.</summary>
/// <param name="Regions">Provinces.</param>
/// <param name="RegionName">Name of the region that is chosen; null when none is or it is not known.</param>
public sealed record FilterOptions(IReadOnlyList<Region> Regions, IReadOnlyList<int> Years, string? RegionName);
