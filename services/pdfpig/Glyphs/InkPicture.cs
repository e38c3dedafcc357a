namespace Pipeline.PdfPig.Glyphs;

/// <summary>A small picture of ink on paper.</summary>
internal sealed class InkPicture(int width, int height)
{
    /// <summary>Points from which on a hole is one: what two strokes leave between them may be a point or two.</summary>
    private const int SmallestHole = 6;

    // With a margin, so that all paper around the ink is connected.
    private readonly bool[,] _isTaken = new bool[width + 2, height + 2];

    public void Fill(int x, int y) => _isTaken[x + 1, y + 1] = true;

    /// <summary>Counts the pieces of paper that are enclosed by ink. The picture is used up.</summary>
    public int Holes()
    {
        Take(0, 0);
        var holes = 0;
        for (var x = 1; x <= width; x++)
        {
            for (var y = 1; y <= height; y++)
                holes += !_isTaken[x, y] && Take(x, y) >= SmallestHole ? 1 : 0;
        }
        return holes;
    }

    // Everything that is connected with the point; points that touch at a corner are not.
    private int Take(int startX, int startY)
    {
        var (count, open) = (0, new Stack<(int X, int Y)>([(startX, startY)]));
        while (open.TryPop(out var point))
        {
            if (point.X < 0 || point.Y < 0 || point.X > width + 1 || point.Y > height + 1 || _isTaken[point.X, point.Y])
                continue;
            _isTaken[point.X, point.Y] = true;
            count++;
            open.Push((point.X + 1, point.Y));
            open.Push((point.X - 1, point.Y));
            open.Push((point.X, point.Y + 1));
            open.Push((point.X, point.Y - 1));
        }
        return count;
    }
}
