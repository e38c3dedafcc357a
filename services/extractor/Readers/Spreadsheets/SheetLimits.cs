using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>Bounds on a workbook. A report fills some 500 cells; those of all bodies of a county in one file some 40,000.</summary>
internal static class SheetLimits
{
    public const int Cells = 100_000;

    public const int Sheets = 500;

    /// <summary>Columns of the widest table: none of the forms has more than twenty, and formatting often runs to the end of the sheet.</summary>
    public const int Columns = 200;

    /// <summary>Rows, likewise.</summary>
    public const int Rows = 100_000;

    public static UnreadableDocumentException TooLarge() =>
        new(FailureReasons.TooLarge, $"The spreadsheet fills more than {Cells} cells on at most {Sheets} sheets; no report is that large. Save the sheet that holds the report as a file of its own.");
}
