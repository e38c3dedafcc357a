using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Releases.Files;

/// <summary>How cells of a workbook look: plain, head, day.</summary>
internal static class SheetStyles
{
    public const uint Plain = 0;
    public const uint Head = 1;
    public const uint Day = 2;

    // Built into every spreadsheet program: a date as the reader's country writes it.
    private const uint DayFormat = 14;

    public static Stylesheet All => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true }));
}
