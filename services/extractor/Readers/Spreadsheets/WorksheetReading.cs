using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>Reads worksheets of one workbook as streams: formatting often runs to the end of a sheet, so that its tree would be far larger than its content.</summary>
internal sealed class WorksheetReading(ImmutableArray<string> texts, CellStyles styles, CancellationToken cancellation)
{
    private int _cellCount;

    public Sheet Read(WorksheetPart part, string name)
    {
        var cells = new List<SheetCell>();
        var merges = new List<CellRange>();
        var (hiddenRows, hiddenColumns) = (ImmutableHashSet.CreateBuilder<int>(), ImmutableHashSet.CreateBuilder<int>());
        using var reader = SharedTexts.Reader(part);
        var row = -1;
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }
            switch (reader.LocalName)
            {
                case "col" when Flag(reader, "hidden") || reader.GetAttribute("width") == "0":
                    for (var column = Whole(reader, "min", 1) - 1; column < Math.Min(Whole(reader, "max", 0), SheetLimits.Columns); column++)
                        hiddenColumns.Add(column);
                    break;
                case "row":
                    cancellation.ThrowIfCancellationRequested();
                    row = Whole(reader, "r", row + 2) - 1;
                    if (Flag(reader, "hidden") || reader.GetAttribute("ht") == "0")
                        hiddenRows.Add(row);
                    break;
                case "c":
                    ReadCell(reader, row, cells);
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

    /// <summary>The reader stands on the cell and is left behind it.</summary>
    private void ReadCell(XmlReader reader, int row, List<SheetCell> cells)
    {
        var at = CellRange.Of(reader.GetAttribute("r"));
        var place = at is { } range ? (range.Top, range.Left) : (Math.Max(row, 0), cells.Count > 0 && cells[^1].Row == row ? cells[^1].Column + 1 : 0);
        var (type, style) = (reader.GetAttribute("t"), styles[Whole(reader, "s", 0)]);
        var value = Value(reader, type, style);
        var text = style.IsStruck ? string.Empty : value;
        if (place.Item2 >= SheetLimits.Columns || place.Item1 >= SheetLimits.Rows || (text.Length == 0 && !style.HasBorder))
            return;
        if (++_cellCount > SheetLimits.Cells)
            throw SheetLimits.TooLarge();
        cells.Add(new SheetCell(place.Item1, place.Item2, text, style.HasBorder));
    }

    private string Value(XmlReader reader, string? type, CellStyle style)
    {
        var (value, inline) = (string.Empty, string.Empty);
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
            "str" or "d" => style.Format.Show(value),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => value,
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? style.Format.Show(number, styles.CountsFrom1904) : string.Empty,
        };
    }

    private static bool Flag(XmlReader reader, string name) => reader.GetAttribute(name) is "1" or "true";

    private static int Whole(XmlReader reader, string name, int otherwise) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
