using Pipeline.Extractor.Work;

namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>Bounds on one document. Beyond them it is a typed failure.</summary>
public sealed record PdfLimits
{
    public static PdfLimits Default { get; } = new();

    /// <summary>Default 400: the longest consolidated yearbooks have about 200 pages.</summary>
    public int Pages { get; init; } = 400;

    /// <summary>Default 25 seconds of work for each process: hundreds of pages take ten.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>As time of the processor, so that a busy machine fails no good document, and as time on the clock for what hangs.</summary>
    internal WorkLimit Work => new(Time);

    /// <summary>Default 640 MiB of address space for each child process: two run at once, and neither comes near it on real documents.</summary>
    public long ProcessMemoryBytes { get; init; } = 640L << 20;

    /// <summary>Default 64 MiB of text or drawing that an engine may produce.</summary>
    public long OutputBytes { get; init; } = 64L << 20;

    /// <summary>Default 20,000 words on one page, twenty times the densest table: looking for tables takes time by the square of them.</summary>
    public int WordsPerPage { get; init; } = 20_000;

    /// <summary>Default 100 MiB: larger files are albums of scans.</summary>
    public long FileBytes { get; init; } = 100L << 20;
}
