using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>Reads worksheets of one workbook as streams: formatting often runs to the end of a sheet, so that its tree would be far larger than its content.</summary>
internal sealed class WorksheetReading(ImmutableArray<string> texts, CellStyles styles, CancellationToken cancellation)
{
    private int _cellCount;
    private int _row;
    private int _column;
    private bool _showsZeros;

    public Sheet Read(WorksheetPart part, string name)
    {
        var cells = new List<SheetCell>();
        var merges = new List<CellRange>();
        var (hiddenRows, hiddenColumns) = (ImmutableHashSet.CreateBuilder<int>(), ImmutableHashSet.CreateBuilder<int>());
        using var reader = SharedTexts.Reader(part);
        (_row, _column, _showsZeros) = (-1, 0, true);
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }
            switch (reader.LocalName)
            {
                case "sheetView":
                    _showsZeros = reader.GetAttribute("showZeros") is not ("0" or "false");
                    break;
                case "col" when Flag(reader, "hidden") || reader.GetAttribute("width") == "0":
                    for (var column = Whole(reader, "min", 1) - 1; column < Math.Min(Whole(reader, "max", 0), SheetLimits.Columns); column++)
                        hiddenColumns.Add(column);
                    break;
                case "row":
                    cancellation.ThrowIfCancellationRequested();
                    (_row, _column) = (Whole(reader, "r", _row + 2) - 1, 0);
                    if (Flag(reader, "hidden") || reader.GetAttribute("ht") == "0")
                        hiddenRows.Add(_row);
                    break;
                case "c":
                    ReadCell(reader, cells);
                    continue;
                case "mergeCell" when CellRange.Of(reader.GetAttribute("ref")) is { } range:
                    merges.Add(range);
                    break;
            }
            reader.Read();
        }
        var hidden = (Rows: hiddenRows.ToImmutable(), Columns: hiddenColumns.ToImmutable());
        return new Sheet(name, MergedCells.Of(cells, merges, hidden.Rows, hidden.Columns, cancellation), hidden.Rows, hidden.Columns);
    }

    /// <summary>The reader stands on the cell and is left behind it. A cell that does not say where it is stands right of the one before.</summary>
    private void ReadCell(XmlReader reader, List<SheetCell> cells)
    {
        var place = CellRange.Of(reader.GetAttribute("r")) is { } range ? (Row: range.Top, Column: range.Left) : (Row: Math.Max(_row, 0), Column: _column);
        _column = place.Column + 1;
        var (type, style) = (reader.GetAttribute("t"), styles[Whole(reader, "s", 0)]);
        var value = Value(reader, type, style);
        var text = style.IsStruck ? string.Empty : value;
        if (place.Column >= SheetLimits.Columns || place.Row >= SheetLimits.Rows || (text.Length == 0 && !style.HasBorder))
            return;
        if (++_cellCount > SheetLimits.Cells)
            throw SheetLimits.TooLarge();
        cells.Add(new SheetCell(place.Row, place.Column, text, style.HasBorder));
    }

    private string Value(XmlReader reader, string? type, CellStyle style)
    {
        var (value, inline, formula) = (string.Empty, string.Empty, string.Empty);
        using (var cell = reader.ReadSubtree())
        {
            cell.Read();
            cell.Read();
            while (!cell.EOF)
            {
                if (cell.NodeType == XmlNodeType.Element && cell.LocalName == "v")
                    value = cell.ReadElementContentAsString();
                else if (cell.NodeType == XmlNodeType.Element && cell.LocalName == "is")
                    (inline, _) = (SharedTexts.Text(cell), cell.Read());
                else if (cell.NodeType == XmlNodeType.Element && cell.LocalName == "f")
                    formula = cell.ReadElementContentAsString();
                else if (cell.NodeType == XmlNodeType.Element)
                    cell.Skip();
                else
                    cell.Read();
            }
        }
        reader.Read();
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Length ? style.Format.Show(texts[index]) : string.Empty,
            "inlineStr" => style.Format.Show(inline),
            "str" or "d" => style.Format.Show(SharedTexts.Unescaped(value)),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => value,
            // Programs that only write files leave it to others to work formulas out: what is shown is not in the file, and it is not nothing.
            _ when value.Length == 0 && formula.Length > 0 => $"={formula}",
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && (_showsZeros || number != 0) ? style.Format.Show(number, styles.CountsFrom1904) : string.Empty,
        };
    }

    private static bool Flag(XmlReader reader, string name) => reader.GetAttribute(name) is "1" or "true";

    private static int Whole(XmlReader reader, string name, int otherwise) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
