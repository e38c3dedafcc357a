using Pipeline.Contracts.Locators;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A cell with the place of its text in the document.</summary>
internal sealed record LocatedCell(TableCell Cell, PdfLocator Source)
{
    public LocatedCell MovedDown(int rows) => this with { Cell = Cell with { Row = Cell.Row + rows } };
}
