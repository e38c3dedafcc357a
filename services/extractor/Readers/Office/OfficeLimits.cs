namespace Pipeline.Extractor.Readers.Office;

/// <summary>Bounds on one conversion.</summary>
public sealed record OfficeLimits
{
    public static OfficeLimits Default { get; } = new();

    /// <summary>Default 20 seconds: a report takes one or two, the first of a process some seconds more, and 25 are given to a document in all.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Default 2 GiB of addresses, of which LibreOffice uses a few hundred megabytes.</summary>
    public long MemoryBytes { get; init; } = 2L << 30;

    /// <summary>Default 40 MiB: reports with photographs reach ten.</summary>
    public int FileBytes { get; init; } = 40 << 20;

    /// <summary>Default 200 MiB that a conversion may write.</summary>
    public long OutputBytes { get; init; } = 200L << 20;
}
