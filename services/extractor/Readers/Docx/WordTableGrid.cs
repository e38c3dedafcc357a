using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>A Word table laid out on a grid: spans counted in grid columns, merged cells as one.</summary>
internal sealed class WordTableGrid
{
    /// <summary>Word allows 63 columns, other programs more; what lies beyond is an error and cut.</summary>
    private const int MostColumns = 256;

    private readonly List<Cell> _cells = [];

    // The last cell that begins in each column: the one that a vertical merge may lengthen.
    private readonly Cell?[] _lowest = new Cell?[MostColumns];

    public IReadOnlyList<Cell> Cells => _cells;

    public int RowCount { get; private set; }

    public int ColumnCount { get; private set; }

    public static WordTableGrid Of(Table table)
    {
        var layout = new WordTableGrid();
        foreach (var row in Within<TableRow>(table).Where(IsShown))
            layout.Add(row);
        return layout;
    }

    private void Add(TableRow row)
    {
        foreach (var piece in Pieces(row))
        {
            if (Continues(piece.Parts[0].TableCellProperties?.VerticalMerge) && Above(piece) is { } above)
                above.Lengthen(RowCount, piece.Parts);
            else
                Begin(piece);
            ColumnCount = Math.Max(ColumnCount, piece.Column + piece.Span);
        }
        RowCount++;
    }

    /// <summary>The cells of a row from the left, each with those that it is merged with by the older mark for merging sideways.</summary>
    private static List<Piece> Pieces(TableRow row)
    {
        var column = Math.Clamp(Whole(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val) ?? 0, 0, MostColumns - 1);
        var pieces = new List<Piece>();
        foreach (var element in Within<TableCell>(row).Where(cell => cell.TableCellProperties?.GetFirstChild<CellDeletion>() is null))
        {
            if (column >= MostColumns)
                break;
            var span = Math.Clamp(Whole(element.TableCellProperties?.GridSpan?.Val) ?? 1, 1, MostColumns - column);
            if (pieces.Count > 0 && Continues(element.TableCellProperties?.HorizontalMerge))
                pieces[^1].Widen(span, element);
            else
                pieces.Add(new Piece(column, span, element));
            column += span;
        }
        return pieces;
    }

    /// <summary>The attribute's number; null where it is none or beyond all bounds, on which the library would throw.</summary>
    private static int? Whole(OpenXmlSimpleType? attribute) =>
        int.TryParse(attribute?.InnerText, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The cell that a piece lengthens. One wider than the piece would come to lie under the piece's neighbour.</summary>
    private Cell? Above(Piece piece) =>
        _lowest[piece.Column] is { } cell && cell.Row + cell.RowSpan == RowCount && cell.ColumnSpan <= piece.Span ? cell : null;

    private void Begin(Piece piece)
    {
        var cell = new Cell(RowCount, piece);
        _cells.Add(cell);
        _lowest[piece.Column] = cell;
    }

    /// <summary>A merge mark without a value continues the merge.</summary>
    private static bool Continues(VerticalMerge? merge) => merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    private static bool Continues(HorizontalMerge? merge) => merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);

    private static bool IsShown(TableRow row) =>
        row.TableRowProperties is not { } properties || (properties.GetFirstChild<Deleted>() is null && properties.GetFirstChild<Hidden>() is null);

    /// <summary>Rows of a table or cells of a row, also within content controls, but not those of nested tables.</summary>
    private static IEnumerable<T> Within<T>(OpenXmlElement container) where T : OpenXmlElement => container.ChildElements.SelectMany(child => child switch
    {
        T found => [found],
        TableRow or TableCell or Table => [],
        _ => child.HasChildren ? Within<T>(child) : [],
    });

    /// <summary>A cell as it grows downwards.</summary>
    public sealed class Cell(int row, Piece first)
    {
        private readonly List<TableCell> _parts = [.. first.Parts];

        public int Row { get; } = row;

        public int Column => first.Column;

        public int RowSpan { get; private set; } = 1;

        public int ColumnSpan => first.Span;

        /// <summary>The cell elements that make up the merged cell, from the top.</summary>
        public IReadOnlyList<TableCell> Parts => _parts;

        public void Lengthen(int row, IEnumerable<TableCell> parts)
        {
            RowSpan = row - Row + 1;
            _parts.AddRange(parts);
        }
    }

    /// <summary>One row's part of a cell.</summary>
    public sealed class Piece(int column, int span, TableCell part)
    {
        private readonly List<TableCell> _parts = [part];

        public int Column { get; } = column;

        public int Span { get; private set; } = span;

        public IReadOnlyList<TableCell> Parts => _parts;

        public void Widen(int span, TableCell part)
        {
            Span += span;
            _parts.Add(part);
        }
    }
}
