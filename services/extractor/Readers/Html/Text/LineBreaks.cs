using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Text;

/// <summary>Splits inline content at its line breaks.</summary>
internal static class LineBreaks
{
    /// <summary>Each line as the texts and unbroken inline boxes that make it up; lines may be empty.</summary>
    public static List<List<Box>> Split(IEnumerable<Box> run)
    {
        var lines = new List<List<Box>> { new() };
        foreach (var box in run)
        {
            Add(box, lines);
        }

        return lines;
    }

    private static void Add(Box box, List<List<Box>> lines)
    {
        if (box.Kind == BoxKind.LineBreak)
        {
            lines.Add([]);
        }
        else if (Breaks(box))
        {
            foreach (var child in box.Children)
            {
                Add(child, lines);
            }
        }
        else
        {
            lines[^1].Add(box);
        }
    }

    private static bool Breaks(Box box) => box.Children.Exists(child => child.Kind == BoxKind.LineBreak || Breaks(child));
}
