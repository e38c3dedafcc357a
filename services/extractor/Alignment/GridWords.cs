using Pipeline.Extractor.Model;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>A cell of a grid and what its text means.</summary>
internal sealed record GridToken(GridCell Cell, PageToken Token)
{
    public bool Equals(GridToken? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(Cell.Row, Cell.Column);
}

/// <summary>Labels and other words of a grid by place, each linked to the next on the way to the left and to the top: numbers and blanks on the way name nothing.</summary>
internal sealed class GridWords
{
    private readonly GridToken?[,] _words;

    /// <summary>Of each place the nearest column to the left that holds words; -1 where there is none.</summary>
    private readonly int[,] _left;

    /// <summary>Of each place the nearest row above that holds words; -1 where there is none.</summary>
    private readonly int[,] _above;

    public GridWords(GridBlock grid, IEnumerable<GridToken> cells)
    {
        _words = new GridToken?[grid.RowCount, grid.ColumnCount];
        foreach (var token in cells)
        {
            var cell = token.Cell;
            for (var row = cell.Row; row < Math.Min(grid.RowCount, cell.Row + cell.RowSpan); row++)
            {
                for (var column = cell.Column; column < Math.Min(grid.ColumnCount, cell.Column + cell.ColumnSpan); column++)
                    _words[row, column] = token.Token.IsCell ? null : token;
            }
        }

        (_left, _above) = (new int[grid.RowCount, grid.ColumnCount], new int[grid.RowCount, grid.ColumnCount]);
        for (var row = 0; row < grid.RowCount; row++)
        {
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                _left[row, column] = column == 0 ? -1 : _words[row, column - 1] is null ? _left[row, column - 1] : column - 1;
                _above[row, column] = row == 0 ? -1 : _words[row - 1, column] is null ? _above[row - 1, column] : row - 1;
            }
        }
    }

    /// <summary>The words from a cell towards a side, the nearest first; a cell over several places once.</summary>
    public Way Towards(GridToken from, Side side) => new(this, from, side);

    /// <summary>Enumerated without allocation: every value of a table looks for its labels several times.</summary>
    public struct Way(GridWords words, GridToken from, Side side)
    {
        private int _row = from.Cell.Row;
        private int _column = from.Cell.Column;

        public GridToken Current { get; private set; } = from;

        public readonly Way GetEnumerator() => this;

        public bool MoveNext()
        {
            while ((side == Side.Left ? _column = words._left[_row, _column] : _row = words._above[_row, _column]) >= 0)
            {
                var next = words._words[_row, _column]!;
                if (ReferenceEquals(next, Current))
                    continue;
                Current = next;
                return true;
            }

            return false;
        }
    }
}
