using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Pipeline.Releases.Tests.Files;

public sealed class WorkbookTests : ReleaseTest
{
    [Fact]
    public async Task The_workbook_is_valid_and_begins_with_what_to_read_first()
    {
        await Report("清河县民政局", 2022, (Applications, 12.5m));

        using var book = SpreadsheetDocument.Open(Path.Combine((await Release("release")).Folder, "release.xlsx"), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => error.Description));
        Assert.Equal(["read me", "codebook", "records", "coverage"], book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value));
        var rows = Rows(book, "records");
        Assert.Equal("12.5", rows[1][rows[0].IndexOf(Applications)]);
        Assert.Equal("清河县民政局", rows[1][rows[0].IndexOf("authority")]);
    }

    [Fact]
    public async Task No_text_of_a_page_runs_in_a_spreadsheet()
    {
        await Report("=cmd()", 2022);

        var folder = (await Release("release")).Folder;

        using var book = SpreadsheetDocument.Open(Path.Combine(folder, "release.xlsx"), isEditable: false);
        Assert.Empty(Part(book, "records").Worksheet!.Descendants<CellFormula>());
        Assert.Contains(",'=cmd(),", await File.ReadAllTextAsync(Path.Combine(folder, "records.csv")), StringComparison.Ordinal);
    }

    private static List<List<string>> Rows(SpreadsheetDocument book, string sheet) =>
        [.. Part(book, sheet).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];

    private static WorksheetPart Part(SpreadsheetDocument book, string name) =>
        (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!);
}
