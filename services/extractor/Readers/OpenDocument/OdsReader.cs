using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Spreadsheets;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>Reads OpenDocument spreadsheets: their cells hold the text that they show beside the number.</summary>
internal sealed class OdsReader : IDocumentReader
{
    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.OpenSpreadsheet];

    /// <summary>Its pictures may have to be recognised.</summary>
    public TimeSpan Waiting => OcrTime.Deadline;

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var package = OpenPackage.Open(bytes, "spreadsheet");
        var tables = package.Content.Elements(OpenNames.Office + "body").Elements(OpenNames.Office + "spreadsheet").Elements(OpenNames.Table + "table")
            .Where(table => !package.Styles.HidesTable(table.Attribute(OpenNames.Table + "style-name")?.Value)).ToList();
        if (tables.Count > SheetLimits.Sheets)
            throw SheetLimits.TooLarge();
        var sheets = new SheetReading(package, cancellation);
        var (blocks, pictures) = (ImmutableArray.CreateBuilder<Block>(), ImmutableArray.CreateBuilder<EmbeddedPicture>());
        foreach (var table in tables)
        {
            blocks.AddRange(SheetBlocks.Of(sheets.Read(table)));
            // Pictures lie over cells; what they show comes after those.
            pictures.AddRange(FramedPictures.In(table, package, blocks.Count));
        }
        return Task.FromResult(new SourceDocument { Reader = "ods/1", Title = package.Title, Blocks = blocks.ToImmutable(), Pictures = pictures.ToImmutable() });
    }

    // Numbers up to here have two decimals as binary fractions.
    private const double MostExact = 1e13;

    private const byte MostDecimals = 10;

    private sealed class SheetReading(OpenPackage package, CancellationToken cancellation)
    {
        private int _cellCount;

        public Sheet Read(XElement table)
        {
            var cells = new List<SheetCell>();
            var ranges = new List<CellRange>();
            var hiddenRows = ImmutableHashSet.CreateBuilder<int>();
            foreach (var (row, number, isShown) in OdfRows.Of(table, SheetLimits.Rows))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!isShown)
                    hiddenRows.Add(number);
                ReadRow(row, number, cells, ranges);
            }
            var hidden = (Rows: hiddenRows.ToImmutable(), Columns: OdfRows.HiddenColumns(table, SheetLimits.Columns).ToImmutableHashSet());
            var name = table.Attribute(OpenNames.Table + "name")?.Value ?? string.Empty;
            return new Sheet(name, MergedCells.Of(cells, ranges, hidden.Rows, hidden.Columns, cancellation), hidden.Rows, hidden.Columns);
        }

        private void ReadRow(XElement row, int number, List<SheetCell> cells, List<CellRange> ranges)
        {
            var column = 0;
            foreach (var element in row.Elements().Where(element => element.Name.LocalName is "table-cell" or "covered-table-cell"))
            {
                var end = (int)Math.Min(SheetLimits.Columns, (long)column + OpenNames.Count(element, OpenNames.Table + "number-columns-repeated"));
                var isCovered = element.Name.LocalName == "covered-table-cell";
                var style = element.Attribute(OpenNames.Table + "style-name")?.Value;
                var (text, hasBorder) = isCovered ? (string.Empty, false) : (Text(element, style), package.Styles.HasBorder(style));
                for (; column < end; column++)
                {
                    if (text.Length == 0 && !hasBorder)
                        continue;
                    if (++_cellCount > SheetLimits.Cells)
                        throw SheetLimits.TooLarge();
                    cells.Add(new SheetCell(number, column, text, hasBorder));
                    var (rowSpan, columnSpan) = (OpenNames.Count(element, OpenNames.Table + "number-rows-spanned"), OpenNames.Count(element, OpenNames.Table + "number-columns-spanned"));
                    if (rowSpan > 1 || columnSpan > 1)
                        ranges.Add(new CellRange(number, column, (int)Math.Min(SheetLimits.Rows, (long)number + rowSpan - 1), (int)Math.Min(SheetLimits.Columns, (long)column + columnSpan - 1)));
                }
                column = end;
            }
        }

        private string Text(XElement cell, string? style) =>
            package.Styles.HidesText("table-cell", style) || (package.HidesZeros && cell.Attribute(OpenNames.Office + "value")?.Value == "0") ? string.Empty
            : cell.Element(OpenNames.Text + "p") is null ? Value(cell)
            : Whole(cell, style, string.Join('\n', cell.Elements(OpenNames.Text + "p").Select(paragraph => OdfText.Of(paragraph, package.Styles))));

        // Columns and rows may say the format of a cell without a style of its own, which is taken as shown. Some programs write as many digits as their own column had room for: where no format says how many, others show them all.
        private string Whole(XElement cell, string? style, string text) =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var shown) && style is not null && shown.Scale is > 0 and <= MostDecimals
            && double.TryParse(Value(cell), CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < MostExact && (decimal)value != shown && Math.Abs((decimal)value - shown) <= new decimal(5, 0, 0, false, (byte)(shown.Scale + 1)) && !package.Styles.SaysDecimals(style)
                ? ((decimal)value).ToString(CultureInfo.InvariantCulture) : text;

        /// <summary>What a cell without text of its own holds: programs show that, and not all that write files write both.</summary>
        private static string Value(XElement cell) => cell.Attribute(OpenNames.Office + "value-type")?.Value switch
        {
            "string" => cell.Attribute(OpenNames.Office + "string-value")?.Value ?? string.Empty,
            "float" or "currency" => cell.Attribute(OpenNames.Office + "value")?.Value ?? string.Empty,
            _ => string.Empty,
        };
    }
}
