using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.GridRepair;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>Where labels stand, seen from a value.</summary>
internal enum Side
{
    Left,
    Top,
}

/// <summary>A grid with the meaning of each of its cells, and the way from a value to its labels.</summary>
internal sealed class GridLabels
{
    private readonly GridCell?[,] _places;
    private readonly Dictionary<GridCell, PageToken> _tokens = new(ReferenceEqualityComparer.Instance);

    // Two headers beside each other may be labels of a list; three make a header row.
    private const int FewestHeaders = 3;

    private readonly HashSet<int> _headerRows;
    private readonly int? _reportYear;
    private readonly bool _isOtherYears;

    /// <param name="isOtherYears">Whether a caption above the grid says that all of it is another year's.</param>
    public GridLabels(GridBlock grid, int block, int? reportYear, bool isOtherYears, LabelLexicon lexicon)
    {
        _reportYear = reportYear;
        _isOtherYears = isOtherYears;
        Block = block;
        _places = new GridCell?[grid.RowCount, grid.ColumnCount];
        foreach (var cell in grid.Cells)
        {
            _tokens[cell] = PageToken.Of(cell.Text, cell.Source, block, cell.Row, lexicon);
            for (var row = cell.Row; row < Math.Min(grid.RowCount, cell.Row + cell.RowSpan); row++)
            {
                for (var column = cell.Column; column < Math.Min(grid.ColumnCount, cell.Column + cell.ColumnSpan); column++)
                    _places[row, column] = cell;
            }
        }

        _headerRows = [.. grid.Cells.Where(cell => _tokens[cell].Labels.Any(IsColumnAlone)).GroupBy(cell => cell.Row).Where(row => row.Count() >= FewestHeaders).Select(row => row.Key)];
        var serials = grid.Cells.GroupBy(cell => cell.Row).Where(row => SerialNumbers.Are([.. row.Where(cell => _tokens[cell].IsCell).Select(cell => _tokens[cell].Number)])).Select(row => row.Key).ToHashSet();
        ValueCells = [.. grid.Cells.Where(cell => _tokens[cell].Kind != TokenKind.Label && !serials.Contains(cell.Row))];
    }

    public int Block { get; }

    /// <summary>Cells that are no official label: numbers, blanks and other text.</summary>
    public ImmutableArray<GridCell> ValueCells { get; }

    /// <summary>The nearest label on that side that names that coordinate; null when another text stands nearer.</summary>
    public LabelMatch? Nearest(GridCell value, Side side, FamilyTable table, Axis axis)
    {
        foreach (var cell in Towards(value, side))
        {
            var token = _tokens[cell];
            if (token.IsCell)
                continue;
            if (token.As(table, axis) is { } match && !SpansLikeAGroup(cell, side, match) && !IsHeader(cell, side, match))
                return match;
            if (token.Kind == TokenKind.Text && !IsPassedOver(cell, side))
                return null;
        }

        return null;
    }

    /// <summary>Whether a caption above, or a text beside or above, says that the number is another year's.</summary>
    public bool SaysOtherYear(GridCell value) => _isOtherYears || Towards(value, Side.Top).Concat(Towards(value, Side.Left))
        .Any(cell => _tokens[cell].Kind == TokenKind.Text && OtherYear.IsNamed(cell.Text, _reportYear));

    // A label over several rows names the group of the rows beside it: 其他处理 is a row of its own only in the form of 2019.
    private static bool SpansLikeAGroup(GridCell cell, Side side, LabelMatch match) =>
        match.Label is { Table.Shape: TableShape.Matrix, Axis: Axis.Row } && side == Side.Left && cell.RowSpan > 1;

    // 其他 and 总计 beside other column headers head columns, even for the blanks of merged cells beside them.
    private bool IsHeader(GridCell cell, Side side, LabelMatch match) =>
        side == Side.Left && match.Label is { Axis: Axis.Row, IsCommon: true } && _headerRows.Contains(cell.Row);

    // Units (件) and captions over several columns stand between a value and its label without naming anything.
    private static bool IsPassedOver(GridCell cell, Side side) => cell.Text.Length <= 1 || (side == Side.Top ? cell.ColumnSpan > 1 : cell.RowSpan > 1);

    private static bool IsColumnAlone(LabelMatch match) => match.Label is { Axis: Axis.Column, IsCommon: false };

    private IEnumerable<GridCell> Towards(GridCell value, Side side)
    {
        GridCell? last = value;
        var (row, column) = (value.Row, value.Column);
        while (side == Side.Left ? --column >= 0 : --row >= 0)
        {
            var cell = _places[row, column];
            if (cell is null || ReferenceEquals(cell, last))
                continue;
            last = cell;
            yield return cell;
        }
    }
}
