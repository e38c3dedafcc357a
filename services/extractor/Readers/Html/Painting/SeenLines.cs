using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>Writes the texts of one cell as its lines stand: from top to bottom, from left to right, marks set smaller or higher as such.</summary>
internal static class SeenLines
{
    /// <summary>Of the height of the line's main text: smaller text, and text whose middle is so far off, is a mark.</summary>
    private const double MarkHeight = .85;
    private const double MarkShift = .18;

    /// <summary>Of the height of text: a gap between words.</summary>
    private const double WordGap = .2;

    /// <summary>Of the narrower of two texts: so much of it lies on the other.</summary>
    private const double Overlap = .35;

    public static void Write(IReadOnlyList<SeenText> texts, IElement into)
    {
        var previous = (SeenText?)null;
        foreach (var line in Lines(texts))
        {
            // One text on two lines is only wrapped.
            if (previous is not null && line[0].Node != previous.Node)
            {
                into.AppendChild(into.Owner!.CreateElement("br"));
                previous = null;
            }

            var main = line.MaxBy(text => text.Box.Height)!;
            foreach (var text in line)
            {
                var gap = previous is not null && text.Box.Left - previous.Box.Right > WordGap * main.Box.Height && previous.Box.MiddleY > text.Box.Top;
                Append(into, (gap ? Between(previous!, text) : "") + text.Text, IsMark(text, main));
                previous = text;
            }
        }
    }

    /// <summary>Whether two texts lie on one another, so that nobody can tell which is read.</summary>
    public static bool Clash(IReadOnlyList<SeenText> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (texts[i].Box, texts[j].Box);
                var across = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
                var down = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
                if (across > Overlap * Math.Min(a.Width, b.Width) && down > Overlap * Math.Min(a.Height, b.Height))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<List<SeenText>> Lines(IReadOnlyList<SeenText> texts)
    {
        var lines = new List<List<SeenText>>();
        foreach (var text in texts.OrderByDescending(text => text.Box.Height).ThenBy(text => text.Box.Top))
        {
            if (lines.Find(line => text.Box.MiddleY > line[0].Box.Top && text.Box.MiddleY < line[0].Box.Bottom) is { } same)
            {
                same.Add(text);
            }
            else
            {
                lines.Add([text]);
            }
        }

        return [.. lines.OrderBy(line => line[0].Box.Top).Select(line => line.OrderBy(text => text.Box.Left).ToList())];
    }

    // Pieces of figures with a gap between them are no thousands, whose gap is a space within a text.
    private static string Between(SeenText left, SeenText right) => left.Text is [.., var last] && right.Text is [var first, ..] && char.IsDigit(last) && char.IsDigit(first) ? "\u3000" : " ";

    private static bool IsMark(SeenText text, SeenText main) =>
        text != main && text.Text.Trim().Length <= 4 && (text.Box.Height < MarkHeight * main.Box.Height || Math.Abs(text.Box.MiddleY - main.Box.MiddleY) > MarkShift * main.Box.Height);

    private static void Append(IElement into, string text, bool isMark)
    {
        var document = into.Owner!;
        if (isMark)
        {
            var mark = document.CreateElement("sup");
            mark.TextContent = text;
            into.AppendChild(mark);
        }
        else
        {
            into.AppendChild(document.CreateTextNode(text));
        }
    }
}
