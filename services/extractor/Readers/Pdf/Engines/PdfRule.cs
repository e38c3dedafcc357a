namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>A straight visible line along an axis: a stroke, or a filled rectangle thin enough to look like one.</summary>
/// <param name="Position">y of a horizontal line's middle, x of a vertical one's, in points.</param>
/// <param name="Start">Lesser end along the line.</param>
/// <param name="End">Greater end along the line.</param>
public readonly record struct PdfRule(bool IsHorizontal, double Position, double Start, double End)
{
    public double Length => End - Start;
}
