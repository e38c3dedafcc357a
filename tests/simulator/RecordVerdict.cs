namespace Pipeline.Simulator.Tests;

/// <summary>The referee on the exported records.</summary>
public sealed record RecordVerdict
{
    public required int Expected { get; init; }

    public required int Found { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Records of pages that robots.txt forbids.</summary>
    public required int FromForbidden { get; init; }

    /// <summary>Addresses of records that no report stands behind.</summary>
    public required IReadOnlyList<string> FalseUrls { get; init; }

    /// <summary>Records of one report beyond the first.</summary>
    public required int Duplicates { get; init; }

    /// <summary>"right/all" of the numbers that changed on the second night; null before.</summary>
    public string? ChangedCells { get; init; }
}
