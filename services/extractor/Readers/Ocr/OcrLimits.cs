using Pipeline.Extractor.Work;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Bounds on recognising one document. Beyond them it is a typed failure, or an issue that says what was left out.</summary>
internal sealed record OcrLimits
{
    public static OcrLimits Default { get; } = new();

    /// <summary>Default 60 pages: reports that are scanned have five to fifteen.</summary>
    public int Pages { get; init; } = 60;

    /// <summary>Default 60 million pixels a picture: an A4 page at 600 dots per inch has 35, the largest phone pictures 50.</summary>
    public int Pixels { get; init; } = 60_000_000;

    /// <summary>Default one minute of work a picture file, once it is its turn: a page takes about two seconds.</summary>
    public WorkLimit Work { get; init; } = new(TimeSpan.FromMinutes(1));

    /// <summary>Default 48 MiB of words and rules for a picture.</summary>
    public long OutputBytes { get; init; } = 48L << 20;
}
