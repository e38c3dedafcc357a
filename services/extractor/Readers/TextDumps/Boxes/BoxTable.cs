using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.TextDumps.Boxes;

/// <summary>
/// A table whose cells are drawn with characters, merged and wrapped as they may be: places with no rule between them are one cell. Gives up on
/// boxes whose lines do not meet and on those that draw no rules between their rows.
/// </summary>
internal sealed class BoxTable
{
    // Labels wrap over five lines or so; a table with fewer rules has a row on every line.
    private const int MostLinesInRow = 9;

    private readonly BoxCanvas _canvas;
    private readonly ImmutableArray<int> _bars;
    private readonly int[] _rows;
    private readonly int[] _joined;

    private BoxTable(BoxCanvas canvas)
    {
        _canvas = canvas;
        _bars = [.. Enumerable.Range(0, canvas.Width).Where(IsBarAnywhere)];
        _joined = [.. Enumerable.Range(0, canvas.Height * Columns)];
        _rows = new int[canvas.Height];
        for (var line = 1; line < canvas.Height; line++)
            _rows[line] = _rows[line - 1] + (HasRule(line - 1) ? 1 : 0);
    }

    private int Columns => Math.Max(0, _bars.Length - 1);

    /// <param name="lines">From the rule on top to the one at the bottom.</param>
    /// <param name="firstLine">Number of the first, from 1.</param>
    /// <returns>Null where the lines are no box of rows.</returns>
    public static GridBlock? Read(IReadOnlyList<string> lines, int firstLine)
    {
        var canvas = BoxCanvas.Of(lines, quotesAreWide: false);
        if (!canvas.IsEven)
            canvas = BoxCanvas.Of(lines, quotesAreWide: true);
        if (!canvas.IsEven)
            return null;
        var table = new BoxTable(canvas);
        var rules = Enumerable.Range(0, canvas.Height).Count(table.HasRule);
        if (table.Columns == 0 || !table.HasRule(0) || !table.HasRule(canvas.Height - 1) || (canvas.Height - rules) > rules * MostLinesInRow || (rules <= 3 && canvas.Height > 2 * rules))
            return null;
        table.Join();
        return table.Grid(firstLine);
    }

    private bool IsBarAnywhere(int place) => Enumerable.Range(0, _canvas.Height).Any(line => IsBar(line, place));

    // A plus sign may belong to a number: as a joint it has a rule beside it.
    private bool IsBar(int line, int place) => _canvas.At(line, place) is var sign && BoxSigns.IsBar(sign)
        && (sign != '+' || BoxSigns.IsRule(_canvas.At(line, place + 1)) || (place > 0 && BoxSigns.IsRule(_canvas.At(line, place - 1))));

    private bool IsRule(int line, int column)
    {
        for (var place = _bars[column] + 1; place < _bars[column + 1]; place++)
        {
            if (!BoxSigns.IsRule(_canvas.At(line, place)))
                return false;
        }

        return BoxSigns.IsJoint(_canvas.At(line, _bars[column])) || BoxSigns.IsRule(_canvas.At(line, _bars[column]));
    }

    private bool HasRule(int line) => Enumerable.Range(0, Columns).Any(column => IsRule(line, column));

    private void Join()
    {
        for (var line = 0; line < _canvas.Height; line++)
        {
            for (var column = 0; column < Columns; column++)
            {
                if (IsRule(line, column))
                    continue;
                if (column + 1 < Columns && !IsRule(line, column + 1) && !IsBar(line, _bars[column + 1]))
                    Join(Place(line, column), Place(line, column + 1));
                if (line + 1 < _canvas.Height && !IsRule(line + 1, column))
                    Join(Place(line, column), Place(line + 1, column));
            }
        }
    }

    private int Place(int line, int column) => (line * Columns) + column;

    private int Root(int place)
    {
        while (_joined[place] != place)
            place = _joined[place] = _joined[_joined[place]];
        return place;
    }

    private void Join(int a, int b) => _joined[Math.Max(Root(a), Root(b))] = Math.Min(Root(a), Root(b));

    private GridBlock Grid(int firstLine)
    {
        var cells = Enumerable.Range(0, _joined.Length)
            .Where(place => !IsRule(place / Columns, place % Columns))
            .GroupBy(Root, place => (Line: place / Columns, Column: place % Columns))
            .Select(places => Cell([.. places], firstLine))
            .OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToImmutableArray();
        return new GridBlock(cells, cells.Max(cell => cell.Row + cell.RowSpan), Columns, new TextLocator(firstLine, 1, 0));
    }

    private GridCell Cell(ImmutableArray<(int Line, int Column)> places, int firstLine)
    {
        var (left, right) = (places.Min(place => place.Column), places.Max(place => place.Column) + 1);
        var parts = places.Select(place => place.Line).Distinct().Order().Select(line => (Line: line, Part: _canvas.Between(line, _bars[left] + 1, _bars[right]))).Where(part => part.Part.Text.Trim().Length > 0).ToList();
        var (first, shown) = parts.Count == 0 ? (places[0].Line, _canvas.Between(places[0].Line, _bars[left] + 1, _bars[right])) : parts[0];
        var indent = shown.Text.Length - shown.Text.TrimStart().Length;
        var lines = places.Select(place => place.Line).Where(line => !HasRule(line)).DefaultIfEmpty(places[0].Line).ToList();
        var (top, bottom) = (RowOf(lines.Min()), RowOf(lines.Max()));
        return new GridCell(
            top, left, bottom - top + 1, right - left,
            JoinedLines.Of(Lines([.. parts.Select(part => part.Part.Text)])),
            new TextLocator(firstLine + first, shown.Index + indent + 1, shown.Text.Trim().Length));
    }

    // A figure that fills its line, but for a space, goes on on the next one.
    private static IEnumerable<string> Lines(ImmutableArray<string> drawn)
    {
        var text = "";
        for (var i = 0; i < drawn.Length; i++)
        {
            text += drawn[i].Trim();
            var line = drawn[i].TrimEnd();
            if (line.Length >= drawn[i].Length - 1 && char.IsDigit(line[^1]))
                continue;
            yield return text;
            text = "";
        }

        if (text.Length > 0)
            yield return text;
    }

    // The rule on top begins row one.
    private int RowOf(int line) => _rows[line] - 1;
}
