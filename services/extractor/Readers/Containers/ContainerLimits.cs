namespace Pipeline.Extractor.Readers.Containers;

/// <summary>Bounds on one container. Beyond them it is a typed failure.</summary>
public sealed record ContainerLimits
{
    public static ContainerLimits Default { get; } = new();

    /// <summary>Default 500: the archive of all bodies of a county holds some sixty reports.</summary>
    public int Entries { get; init; } = 500;

    /// <summary>Default 200 MiB unpacked in all.</summary>
    public long Bytes { get; init; } = 200L << 20;

    /// <summary>Default 100 MiB unpacked for one file, the largest PDF that is read.</summary>
    public long EntryBytes { get; init; } = 100L << 20;

    /// <summary>Default 300 unpacked bytes for each packed one, beyond the first megabyte: text of tables reaches 60.</summary>
    public long Ratio { get; init; } = 300;
}
