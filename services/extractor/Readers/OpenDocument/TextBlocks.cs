using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>The paragraphs and tables of a text, numbered in reading order; what stands in a frame or in a cell comes after the paragraph or table.</summary>
internal sealed class TextBlocks(OpenPackage package, CancellationToken cancellation)
{
    /// <summary>Cells of all tables: far above any report, and below what repetition in a hostile file asks for.</summary>
    private const int MostCells = 100_000;

    private const int MostRows = 20_000;
    private const int MostColumns = 500;

    private readonly OpenStyles _styles = package.Styles;
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly List<EmbeddedPicture> _pictures = [];
    private int _count;
    private int _cellCount;

    /// <param name="body">Of the package.</param>
    public static SourceDocument Of(XElement body, OpenPackage package, CancellationToken cancellation)
    {
        var blocks = new TextBlocks(package, cancellation);
        blocks.Read(body);
        ImmutableArray<Block> gathered = [.. LineGrids.GatherRuns(blocks._blocks, Follows)];
        return new SourceDocument { Reader = "odt/1", Title = package.Title, Blocks = gathered, Pictures = DocumentPictures.Among(gathered, blocks._pictures) };
    }

    private static bool Follows(Locator line, Locator next) => line is DocxLocator before && next is DocxLocator after && after.Block - before.Block is 0 or 1;

    private void Read(XElement container)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var child in container.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "p" or "h" when child.Name.Namespace == OpenNames.Text:
                    ReadParagraph(child);
                    break;
                case "table" when child.Name.Namespace == OpenNames.Table:
                    ReadTable(child);
                    break;
                // A picture that is anchored to a page, not to a paragraph.
                case "frame" when child.Element(OpenNames.Draw + "image") is not null:
                    AddPictures(child);
                    break;
                // What was deleted while changes were tracked is kept apart from the text.
                case "tracked-changes" or "forms" or "sequence-decls" or "annotation":
                    break;
                case "section" when child.Attribute(OpenNames.Text + "display")?.Value is "none" or "condition":
                    break;
                default:
                    Read(child);
                    break;
            }
        }
    }

    private void ReadParagraph(XElement paragraph)
    {
        var source = new DocxLocator(_count++);
        int? level = paragraph.Name.LocalName == "h" && int.TryParse(paragraph.Attribute(OpenNames.Text + "outline-level")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var outline) ? Math.Clamp(outline, 1, 6) : null;
        var lines = OdfText.Of(paragraph, _styles).Split('\n');
        for (var row = 0; row < lines.Length; row++)
        {
            if (!string.IsNullOrWhiteSpace(lines[row]))
                _blocks.Add(new TextBlock(lines[row].Trim(), source, level, TabbedParts(lines[row], source.Block, row)));
        }
        ReadFrames(paragraph);
    }

    private void ReadTable(XElement table)
    {
        var number = _count++;
        var cells = ImmutableArray.CreateBuilder<GridCell>();
        var taken = new HashSet<(int Row, int Column)>();
        var (shown, width) = (0, 0);
        var elements = new List<XElement>();
        foreach (var (row, _, isShown) in OdfRows.Of(table, MostRows))
        {
            if (!isShown)
                continue;
            width = Math.Max(width, ReadRow(row, number, shown++, taken, cells, elements));
        }
        if (cells.Any(cell => cell.Text.Length > 0))
            _blocks.Add(new GridBlock(Clipped(cells, shown), shown, width, new DocxLocator(number)));
        elements.ForEach(ReadNested);
    }

    private int ReadRow(XElement row, int table, int number, HashSet<(int, int)> taken, ImmutableArray<GridCell>.Builder cells, List<XElement> elements)
    {
        var column = 0;
        foreach (var element in row.Elements().Where(element => element.Name.LocalName is "table-cell" or "covered-table-cell"))
        {
            var count = Math.Min(OpenNames.Count(element, OpenNames.Table + "number-columns-repeated"), MostColumns - column);
            for (var i = 0; i < count; i++, column++)
            {
                if (element.Name.LocalName == "covered-table-cell" || taken.Contains((number, column)))
                    continue;
                cells.Add(Cell(element, table, number, column, taken));
                elements.Add(element);
            }
        }
        return column;
    }

    private GridCell Cell(XElement element, int table, int row, int column, HashSet<(int, int)> taken)
    {
        var rowSpan = Math.Min(OpenNames.Count(element, OpenNames.Table + "number-rows-spanned"), MostRows - row);
        var columnSpan = Math.Min(OpenNames.Count(element, OpenNames.Table + "number-columns-spanned"), MostColumns - column);
        _cellCount += rowSpan * columnSpan;
        if (_cellCount > MostCells)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The tables of the text have more than {MostCells} cells; no report is that large.");
        for (var r = row; r < row + rowSpan; r++)
        {
            for (var c = column; c < column + columnSpan; c++)
                taken.Add((r, c));
        }
        // The text beside a nested table is its caption, and stands where it is read: right above it.
        if (HoldsTable(element))
            return new GridCell(row, column, rowSpan, columnSpan, string.Empty, new DocxLocator(table, row, column));
        var lines = Paragraphs(element).SelectMany(paragraph => OdfText.Of(paragraph, _styles).Split('\n')).Select(line => line.Trim()).ToImmutableArray();
        return new GridCell(row, column, rowSpan, columnSpan, JoinedLines.Of(lines), new DocxLocator(table, row, column)) { Lines = lines.Length > 1 ? lines : [] };
    }

    /// <summary>A merged cell cannot reach below the last row that is shown.</summary>
    private static ImmutableArray<GridCell> Clipped(IEnumerable<GridCell> cells, int rows) =>
        [.. cells.Select(cell => cell.Row + cell.RowSpan > rows ? cell with { RowSpan = rows - cell.Row } : cell)];

    /// <summary>The paragraphs of a cell, those in lists and sections too.</summary>
    private static IEnumerable<XElement> Paragraphs(XElement container) => container.Elements().SelectMany(child =>
        child.Name.Namespace != OpenNames.Text ? [] : child.Name.LocalName is "p" or "h" ? [child] : Paragraphs(child));

    private static bool HoldsTable(XElement cell) => cell.Elements(OpenNames.Table + "table").Any(nested => OdfRows.Of(nested, MostRows).Skip(1).Any(row => row.Row.Elements().Count() > 1));

    private void ReadNested(XElement cell)
    {
        if (HoldsTable(cell))
        {
            Read(cell);
            return;
        }
        foreach (var nested in cell.Elements(OpenNames.Table + "table"))
            ReadTable(nested);
        foreach (var paragraph in Paragraphs(cell))
            ReadFrames(paragraph);
    }

    private void AddPictures(XElement element) => _pictures.AddRange(FramedPictures.In(element, package, _count));

    private void ReadFrames(XElement paragraph)
    {
        AddPictures(paragraph);
        foreach (var box in paragraph.Descendants(OpenNames.Draw + "text-box").Where(box => box.Ancestors().TakeWhile(above => above != paragraph).All(above => above.Name != OpenNames.Draw + "text-box")))
            Read(box);
    }

    /// <summary>A single tab before the text indents it; others set parts apart.</summary>
    private static ImmutableArray<TextSegment> TabbedParts(string line, int block, int row)
    {
        var parts = line.Split('\t', StringSplitOptions.TrimEntries);
        return parts.Length > 1 && line.LastIndexOf('\t') > 0 ? [.. parts.Select((part, column) => new TextSegment(part, new DocxLocator(block, row, column)))] : [];
    }
}
