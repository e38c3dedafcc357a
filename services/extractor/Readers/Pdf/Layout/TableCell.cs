using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <param name="Box">From border to border, on the upright page.</param>
internal sealed record TableCell(int Row, int Column, int RowSpan, int ColumnSpan, PdfBox Box)
{
    public string Text { get; init; } = "";

    /// <summary>No rule is drawn above: the cell may go on from the page before.</summary>
    public bool IsOpenAbove { get; init; }

    /// <summary>No rule is drawn below: the cell may go on on the next page.</summary>
    public bool IsOpenBelow { get; init; }
}
