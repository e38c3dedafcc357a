namespace Pipeline.Extractor.Readers.Office;

/// <summary>Bounds on one conversion.</summary>
public sealed record OfficeLimits
{
    public static OfficeLimits Default { get; } = new();

    /// <summary>Default 2 minutes on the clock, for what hangs: a report takes three to six seconds, where a busy machine gives the program a twentieth of a core sixty.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Default 30 seconds of a processor: starting takes three, a report one more.</summary>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Default 2 GiB of addresses, of which LibreOffice uses a few hundred megabytes.</summary>
    public long MemoryBytes { get; init; } = 2L << 30;

    /// <summary>Default 40 MiB: reports with photographs reach ten.</summary>
    public int FileBytes { get; init; } = 40 << 20;

    /// <summary>Default 200 MiB that a conversion may write.</summary>
    public long OutputBytes { get; init; } = 200L << 20;
}
