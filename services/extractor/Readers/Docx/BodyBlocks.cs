using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The paragraphs and tables of a document, numbered in reading order; what stands in a paragraph or table comes after it.</summary>
internal sealed class BodyBlocks(MainDocumentPart main, Styles styles, InlineTexts texts, CancellationToken cancellation)
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly List<EmbeddedPicture> _pictures = [];
    private readonly bool _isIllustrated = main.ImageParts.Any();
    private readonly List<Issue> _doubts = [];
    private int _count;
    private bool _isBoilerplate;

    /// <param name="running">Headers, footers and notes, which are kept as boilerplate.</param>
    /// <returns>The document but for its properties.</returns>
    public static SourceDocument Of(MainDocumentPart main, Body body, ImmutableArray<OpenXmlElement> running, PartBounds bounds, string reader, CancellationToken cancellation)
    {
        var styles = new UsedStyles(main.StyleDefinitionsPart, running.Prepend(body), bounds);
        var blocks = new BodyBlocks(main, new Styles(styles), new InlineTexts(new RunLooks(main, body, styles, bounds)), cancellation);
        blocks.Read(body);
        blocks._isBoilerplate = true;
        foreach (var part in running)
            blocks.Read(part);
        var gathered = blocks.Gathered();
        return new SourceDocument { Reader = reader, Blocks = gathered, Issues = [.. blocks._doubts], Pictures = DocumentPictures.Among(gathered, blocks._pictures) };
    }

    /// <summary>Paragraphs divided by tab stops make a grid where they follow each other with equally many parts.</summary>
    private ImmutableArray<Block> Gathered() => [.. LineGrids.GatherRuns(_blocks, Follows)];

    private static bool Follows(Locator line, Locator next) => line is DocxLocator before && next is DocxLocator after && after.Block - before.Block is 0 or 1;

    private void Read(OpenXmlElement container)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var child in container.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    ReadParagraph(paragraph);
                    break;
                case Table table:
                    ReadTable(table);
                    break;
                case DeletedRun or MoveFromRun or SectionProperties:
                    break;
                case AltChunk chunk:
                    AddImported(chunk);
                    break;
                default:
                    // Content controls, custom XML and insertions wrap blocks.
                    if (child.HasChildren)
                        Read(child);
                    break;
            }
        }
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var source = new DocxLocator(_count++);
        var level = styles.HeadingLevel(paragraph.ParagraphProperties);
        var lines = texts.Of(paragraph).Text.Split('\n');
        for (var row = 0; row < lines.Length; row++)
        {
            if (!string.IsNullOrWhiteSpace(lines[row]))
                _blocks.Add(new TextBlock(lines[row].Trim(), source, level, TabbedParts(lines[row], source.Block, row), _isBoilerplate));
        }
        AddPictures(paragraph);
        foreach (var box in TextBoxes.In(paragraph))
            Read(box);
    }

    private void AddImported(AltChunk chunk)
    {
        if (ImportedPages.Of(chunk, main, cancellation) is not { } page)
        {
            _doubts.Add(Appearance.Doubt(AppearanceReasons.Embedded, null));
            return;
        }
        _blocks.AddRange(page.Blocks);
        _doubts.AddRange(page.Issues);
    }

    private void AddPictures(Paragraph paragraph)
    {
        if (_isIllustrated && !_isBoilerplate)
            _pictures.AddRange(TablePictures.In(paragraph, main, _count));
    }

    private void ReadTable(Table table)
    {
        var number = _count++;
        cancellation.ThrowIfCancellationRequested();
        var layout = WordTableGrid.Of(table);
        if (table.GetFirstChild<TableProperties>()?.BiDiVisual is not null || texts.Looks.StylesOf(table).Any(style => style.Descendants().Any(property => property.LocalName == "bidiVisual")))
            _doubts.Add(Appearance.Doubt(AppearanceReasons.Order, null));
        var cells = layout.Cells.Select(cell => Cell(cell, new DocxLocator(number, cell.Row, cell.Column))).ToImmutableArray();
        if (cells.Any(cell => cell.Text.Length > 0))
            _blocks.Add(new GridBlock(cells, layout.RowCount, layout.ColumnCount, new DocxLocator(number)));
        foreach (var cell in layout.Cells)
        {
            _doubts.AddRange(WordCellText.Doubts(cell.Parts, texts).Select(doubt => Appearance.Doubt(doubt, new DocxLocator(number, cell.Row, cell.Column))));
            ReadNested(cell.Parts);
        }
    }

    // The text beside a nested table is its caption, and stands where it is read: right above it.
    private GridCell Cell(WordTableGrid.Cell cell, DocxLocator place) => WordCellText.HoldsTable(cell.Parts)
        ? new GridCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, string.Empty, place)
        : new GridCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, WordCellText.Of(cell.Parts, texts), place) { Lines = WordCellText.LinesOf(cell.Parts, texts) };

    /// <summary>Nested tables and text boxes of a cell. A table that is a box round the cell's text has been read with it.</summary>
    private void ReadNested(IReadOnlyList<TableCell> parts)
    {
        var frame = WordCellText.FrameIn(parts, texts);
        var hasCaptions = WordCellText.HoldsTable(parts);
        foreach (var part in parts)
            ReadWithin(part, frame, hasCaptions);
        if (frame is not null)
            ReadNested(WordTableGrid.Of(frame).Cells[0].Parts);
    }

    private void ReadWithin(OpenXmlElement container, Table? frame, bool hasCaptions)
    {
        foreach (var child in container.ChildElements)
        {
            if (child is Table table)
            {
                if (table != frame)
                    ReadTable(table);
            }
            else if (child is Paragraph caption && hasCaptions)
            {
                ReadParagraph(caption);
            }
            else if (child is Paragraph paragraph)
            {
                AddPictures(paragraph);
                TextBoxes.In(paragraph).ToList().ForEach(Read);
            }
            else if (child.HasChildren)
            {
                ReadWithin(child, frame, hasCaptions);
            }
        }
    }

    /// <summary>A single tab before the text indents it; others set parts apart.</summary>
    private static ImmutableArray<TextSegment> TabbedParts(string line, int block, int row)
    {
        var parts = line.Split('\t', StringSplitOptions.TrimEntries);
        return parts.Length > 1 && line.LastIndexOf('\t') > 0 ? [.. parts.Select((part, column) => new TextSegment(part, new DocxLocator(block, row, column)))] : [];
    }
}
