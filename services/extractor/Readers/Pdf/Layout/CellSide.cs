namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Where the cells of a table say what they say.</summary>
internal enum CellSide
{
    /// <summary>In the middle, or now here, now there.</summary>
    Middle,
    Left,
    Right,
}
