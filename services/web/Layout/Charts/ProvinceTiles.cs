using System.Collections.Frozen;

namespace Pipeline.Web.Layout.Charts;

/// <summary>Where the tile of each province stands: its column and row, roughly as on a map.</summary>
internal static class ProvinceTiles
{
    public const int Columns = 9;
    public const int Rows = 8;

    /// <summary>By the first two digits of the code.</summary>
    public static FrozenDictionary<string, (int Column, int Row)> Places { get; } = new Dictionary<string, (int, int)>(StringComparer.Ordinal)
    {
        ["23"] = (8, 0), ["15"] = (6, 1), ["22"] = (8, 1),
        ["65"] = (0, 2), ["62"] = (3, 2), ["64"] = (4, 2), ["14"] = (5, 2), ["13"] = (6, 2), ["11"] = (7, 2), ["21"] = (8, 2),
        ["63"] = (2, 3), ["61"] = (4, 3), ["41"] = (5, 3), ["37"] = (6, 3), ["12"] = (7, 3),
        ["54"] = (1, 4), ["51"] = (3, 4), ["50"] = (4, 4), ["42"] = (5, 4), ["34"] = (6, 4), ["32"] = (7, 4),
        ["53"] = (3, 5), ["52"] = (4, 5), ["43"] = (5, 5), ["36"] = (6, 5), ["33"] = (7, 5), ["31"] = (8, 5),
        ["45"] = (4, 6), ["44"] = (5, 6), ["35"] = (6, 6), ["71"] = (8, 6),
        ["46"] = (4, 7), ["82"] = (5, 7), ["81"] = (6, 7),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
