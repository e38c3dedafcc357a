using Pipeline.Contracts.Locators;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A cell with the place of its text in the document.</summary>
internal sealed record PlacedCell(TableCell Cell, PdfLocator Source)
{
    public PlacedCell MovedDown(int rows) => this with { Cell = Cell with { Row = Cell.Row + rows } };
}
