using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Text;

/// <summary>The lines of a cell as a browser breaks them at br and at blocks, blank ones included; white space of the source breaks none.</summary>
internal static class CellLines
{
    /// <summary>Longer than the longest table, with a blank line between its rows.</summary>
    private const int MostLines = 120;

    /// <returns>Empty where the cell has one line at most, or more than any table has rows.</returns>
    public static ImmutableArray<string> Of(Box cell)
    {
        if (!Breaks(cell))
        {
            return [];
        }

        var lines = new LineBuilder();
        Read(cell.Children, lines);
        var all = lines.Finish();
        return all.Count is > 1 and <= MostLines ? [.. all] : [];
    }

    // Most cells hold one text in one piece.
    private static bool Breaks(Box box)
    {
        foreach (var child in box.Children)
        {
            if (child.Kind == BoxKind.LineBreak || !child.IsInlineLevel || Breaks(child))
            {
                return true;
            }
        }

        return false;
    }

    private static void Read(List<Box> boxes, LineBuilder lines)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            if (!BoxText.IsFootnoteMark(boxes, i, lines.Line))
            {
                Read(boxes[i], lines);
            }
        }
    }

    private static void Read(Box box, LineBuilder lines)
    {
        switch (box.Kind)
        {
            case BoxKind.Text:
                lines.Append(box.Text);
                return;
            case BoxKind.LineBreak:
                lines.Break();
                return;
        }

        lines.Boundary(!box.IsInlineLevel);
        Read(box.Children, lines);
        lines.Boundary(!box.IsInlineLevel);
    }

    private sealed class LineBuilder
    {
        private readonly List<string> _lines = [];
        private TextComposer _line = new();
        private bool _isOpen;
        private bool _endsInBreak;

        public TextComposer Line => _line;

        public void Append(string text)
        {
            _line.Append(text);
            // A no-break space holds a line open; other white space does not.
            if (text.AsSpan().IndexOfAnyExcept(" \t\r\n\f") >= 0)
            {
                (_isOpen, _endsInBreak) = (true, false);
            }
        }

        public void Break()
        {
            Close();
            _endsInBreak = true;
        }

        public void Boundary(bool isBlock)
        {
            if (isBlock && _isOpen)
            {
                Close();
            }
        }

        public List<string> Finish()
        {
            // 3<br><br>: below the last break one more line of the table, blank like the one above.
            if (_isOpen || _endsInBreak)
            {
                Close();
            }

            return _lines;
        }

        private void Close()
        {
            _lines.Add(_line.ToString());
            (_line, _isOpen, _endsInBreak) = (new TextComposer(), false, false);
        }
    }
}
