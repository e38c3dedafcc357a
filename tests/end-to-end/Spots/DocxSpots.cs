using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Locators;

namespace Pipeline.EndToEnd.Tests.Spots;

internal sealed class DocxSpots(byte[] snapshot) : SnapshotSpots
{
    private readonly List<DocumentFormat.OpenXml.OpenXmlElement> _blocks = Blocks(snapshot);

    public override Task<string> TextAt(Locator locator)
    {
        var spot = (DocxLocator)locator;
        var block = _blocks[spot.Block];
        return Task.FromResult(spot.Row is { } row && spot.Column is { } column ? CellAt((Table)block, row, column).InnerText : block.InnerText);
    }

    private static List<DocumentFormat.OpenXml.OpenXmlElement> Blocks(byte[] snapshot)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(snapshot), isEditable: false);
        return [.. package.MainDocumentPart!.Document!.Body!.Elements().Where(element => element is Paragraph or Table)];
    }

    /// <summary>The cell that begins in this column of the grid, its spans counted.</summary>
    private static TableCell CellAt(Table table, int row, int column)
    {
        var at = 0;
        foreach (var cell in table.Elements<TableRow>().ElementAt(row).Elements<TableCell>())
        {
            if (at == column)
                return cell;
            at += cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
        }

        throw new InvalidOperationException($"No cell begins in column {column} of row {row}.");
    }
}
