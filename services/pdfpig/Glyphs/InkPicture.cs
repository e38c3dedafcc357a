namespace Pipeline.PdfPig.Glyphs;

/// <summary>A small picture of ink on paper.</summary>
internal sealed class InkPicture(int width, int height)
{
    /// <summary>Points from which on a hole is one: what two strokes leave between them may be a point or two.</summary>
    private const int SmallestHole = 6;

    // Row by row with a margin, so that all paper around the ink is connected.
    private readonly int _columns = width + 2;
    private readonly bool[] _isTaken = new bool[(width + 2) * (height + 2)];
    private readonly int[] _open = new int[(width + 2) * (height + 2)];

    public void Fill(int x, int y) => _isTaken[((y + 1) * _columns) + x + 1] = true;

    /// <summary>Counts the pieces of paper that are enclosed by ink. The picture is used up.</summary>
    public int Holes()
    {
        Take(0);
        var holes = 0;
        for (var point = 0; point < _isTaken.Length; point++)
            holes += !_isTaken[point] && Take(point) >= SmallestHole ? 1 : 0;
        return holes;
    }

    // Everything that is connected with the point; points that touch at a corner are not. Beyond the end of a row of the margin begins the next one's margin.
    private int Take(int start)
    {
        var (count, open) = (1, 1);
        (_isTaken[start], _open[0]) = (true, start);
        while (open > 0)
        {
            var point = _open[--open];
            foreach (var beside in (ReadOnlySpan<int>)[point + 1, point - 1, point + _columns, point - _columns])
            {
                if ((uint)beside >= (uint)_isTaken.Length || _isTaken[beside])
                    continue;
                _isTaken[beside] = true;
                _open[open++] = beside;
                count++;
            }
        }
        return count;
    }
}
