namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>A clockwise turn in steps of 90 degrees.</summary>
public enum QuarterTurn
{
    None = 0,

    /// <summary>Reads from top to bottom.</summary>
    Right = 1,
    Half = 2,

    /// <summary>Reads from bottom to top.</summary>
    Left = 3,
}
