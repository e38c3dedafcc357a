using Pipeline.Bodies.Names;

namespace Pipeline.Store.Bodies;

/// <summary>Which bodies to list; what is null does not matter.</summary>
public sealed record BodyFilter
{
    /// <summary>Part of any of its names, compared without spaces.</summary>
    public string? Name { get; init; }

    public BodyKind? Kind { get; init; }

    /// <summary>Start of the region code.</summary>
    public string? Region { get; init; }

    /// <summary>Id of the government that it belongs to.</summary>
    public long? Government { get; init; }

    /// <summary>Only those whose last report is on an earlier year than this, and of which none says that they ended.</summary>
    public int? SilentSince { get; init; }
}
