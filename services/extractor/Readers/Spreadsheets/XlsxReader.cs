using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Packages;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>Reads workbooks in the Open XML format as they look: formulas by their last results, numbers in their formats, nothing of what is hidden.</summary>
internal sealed class XlsxReader : IDocumentReader
{
    private static readonly string Library = typeof(SpreadsheetDocument).Assembly.GetName().Version!.ToString(3);

    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Xlsx];

    /// <summary>Its pictures may have to be recognised.</summary>
    public TimeSpan Waiting => OcrTime.Deadline;

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        ZipPackage.Check(bytes, "spreadsheet");
        try
        {
            using var package = SpreadsheetDocument.Open(new MemoryStream(bytes.ToArray(), writable: false), isEditable: false);
            return Task.FromResult(Read(package, cancellation));
        }
        catch (Exception error) when (error is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or InvalidOperationException or ArgumentException or FormatException or OverflowException or IOException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The spreadsheet is damaged ({error.Message.Split('\n')[0].Trim()}). Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    private static SourceDocument Read(SpreadsheetDocument package, CancellationToken cancellation)
    {
        if (package.WorkbookPart is not { Workbook: { } workbook } main)
            throw new UnreadableDocumentException(FailureReasons.Malformed, "The file is an Office package without a workbook in it. Open it to see what it is.");
        var sheets = workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Where(IsShown).ToList();
        if (sheets.Count > SheetLimits.Sheets)
            throw SheetLimits.TooLarge();
        var styles = CellStyles.Of(main.WorkbookStylesPart, workbook.WorkbookProperties?.Date1904?.Value == true);
        var worksheets = new WorksheetReading(SharedTexts.Of(main.SharedStringTablePart), styles, cancellation);
        var (blocks, pictures) = (ImmutableArray.CreateBuilder<Block>(), ImmutableArray.CreateBuilder<EmbeddedPicture>());
        foreach (var (part, name) in sheets.Select(sheet => (main.GetPartById(sheet.Id!.Value!) as WorksheetPart, sheet.Name?.Value ?? string.Empty)))
        {
            if (part is null)
                continue;
            var sheet = worksheets.Read(part, name);
            blocks.AddRange(SheetBlocks.Of(sheet));
            pictures.AddRange(SheetPictures.In(part, sheet, blocks.Count));
        }
        return new SourceDocument
        {
            Reader = $"xlsx/DocumentFormat.OpenXml {Library}",
            Title = package.PackageProperties.Title is { Length: > 0 } title ? title : null,
            Blocks = blocks.ToImmutable(),
            Pictures = pictures.ToImmutable(),
        };
    }

    private static bool IsShown(DocumentFormat.OpenXml.Spreadsheet.Sheet sheet) => sheet.Id?.Value is not null && (sheet.State is null || sheet.State.Value == SheetStateValues.Visible);
}
