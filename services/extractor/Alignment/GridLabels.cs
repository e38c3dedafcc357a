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
    // Two headers beside each other may be labels of a list; three make a header row.
    private const int FewestHeaders = 3;

    // The form's own labels name no other year; one that resembles them may: 历年处理决定数量.
    private const double OwnLabel = 0.97;

    private readonly ImmutableArray<GridToken> _cells;
    private readonly GridWords _words;
    private readonly HashSet<int> _headerRows;
    private readonly bool _isOtherYears;
    private readonly Lazy<HashSet<GridToken>> _otherYears;

    /// <param name="isOtherYears">Whether a caption above the grid says that all of it is another year's.</param>
    public GridLabels(GridBlock grid, int block, int? reportYear, bool isOtherYears, LabelLexicon lexicon)
    {
        Block = block;
        _isOtherYears = isOtherYears;
        _cells = [.. grid.Cells.Select(cell => new GridToken(cell, PageToken.Of(cell.Text, cell.Source, block, cell.Row, lexicon)))];
        _words = new GridWords(grid, _cells);
        _otherYears = new Lazy<HashSet<GridToken>>(() => [.. _cells.Where(cell => cell.Token is { Kind: TokenKind.Text } or { Kind: TokenKind.Label, Labels: [{ Similarity: < OwnLabel }, ..] } && OtherYear.IsNamed(cell.Cell.Text, reportYear))]);
        var rows = _cells.GroupBy(cell => cell.Cell.Row).ToList();
        _headerRows = [.. rows.Where(row => row.Count(cell => cell.Token.Labels.Any(IsColumnAlone)) >= FewestHeaders).Select(row => row.Key)];
        var serials = rows.Where(row => SerialNumbers.Are(row.Where(cell => cell.Token.IsCell).Select(cell => cell.Token.Number))).Select(row => row.Key).ToHashSet();
        ValueCells = [.. _cells.Where(cell => cell.Token.Kind != TokenKind.Label && !serials.Contains(cell.Cell.Row))];
    }

    public int Block { get; }

    /// <summary>Cells that are no official label: numbers, blanks and other text.</summary>
    public ImmutableArray<GridToken> ValueCells { get; }

    /// <summary>Whether any cell may be the label of a row of the table.</summary>
    public bool NamesRowOf(FamilyTable table) => _cells.Any(cell => cell.Token.As(table, Axis.Row) is not null);

    /// <summary>The nearest label on that side that names that coordinate; null when another text stands nearer.</summary>
    public LabelMatch? Nearest(GridToken value, Side side, FamilyTable table, Axis axis)
    {
        foreach (var (cell, token) in _words.Towards(value, side))
        {
            if (token.As(table, axis) is { } match && !SpansLikeAGroup(cell, side, match) && !IsHeader(cell, side, match))
                return match;
            if (token.Kind == TokenKind.Text && !IsPassedOver(cell, side))
                return null;
        }

        return null;
    }

    /// <summary>Whether a caption above, or a text beside or above, says that the number is another year's.</summary>
    public bool SaysOtherYear(GridToken value) =>
        _isOtherYears || (_otherYears.Value.Count > 0 && (IsOtherYearTowards(value, Side.Top) || IsOtherYearTowards(value, Side.Left)));

    private bool IsOtherYearTowards(GridToken value, Side side)
    {
        foreach (var words in _words.Towards(value, side))
        {
            if (_otherYears.Value.Contains(words))
                return true;
        }

        return false;
    }

    // A label over several rows names the group of the rows beside it: 其他处理 is a row of its own only in the form of 2019.
    private static bool SpansLikeAGroup(GridCell cell, Side side, LabelMatch match) =>
        match.Label is { Table.Shape: TableShape.Matrix, Axis: Axis.Row } && side == Side.Left && cell.RowSpan > 1;

    // 其他 and 总计 beside other column headers head columns, even for the blanks of merged cells beside them.
    private bool IsHeader(GridCell cell, Side side, LabelMatch match) =>
        side == Side.Left && match.Label is { Axis: Axis.Row, IsCommon: true } && _headerRows.Contains(cell.Row);

    // Units (件), figures that are none (1-2) and captions over several columns stand between a value and its label without naming anything.
    private static bool IsPassedOver(GridCell cell, Side side) => cell.Text.Length <= 1 || !cell.Text.Any(char.IsLetter) || (side == Side.Top ? cell.ColumnSpan > 1 : cell.RowSpan > 1);

    private static bool IsColumnAlone(LabelMatch match) => match.Label is { Axis: Axis.Column, IsCommon: false };
}
