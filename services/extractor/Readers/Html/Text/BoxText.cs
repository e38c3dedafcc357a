using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Text;

/// <summary>The text of a box as a person reads it.</summary>
internal static class BoxText
{
    /// <summary>Longer raised text is text, not a mark.</summary>
    private const int LongestMark = 4;

    public static string Of(Box box)
    {
        var text = new TextComposer();
        Compose(box, text);
        return text.ToString();
    }

    /// <summary>Text of neighbouring inline boxes.</summary>
    public static string Of(IReadOnlyList<Box> boxes)
    {
        var text = new TextComposer();
        Compose(boxes, text);
        return text.ToString();
    }

    /// <summary>Whether the box is a footnote mark beside a number: <c>12&lt;sup&gt;1&lt;/sup&gt;</c> is 12, not 121.</summary>
    /// <param name="siblings">The boxes of its line, with itself at <paramref name="index"/>.</param>
    public static bool IsFootnoteMark(IReadOnlyList<Box> siblings, int index, TextComposer text) =>
        siblings[index] is { TextLength: > 0 and <= LongestMark } box && (text.EndsInNumber || (text.IsEmpty && StartsWithDigit(siblings, index + 1))) && box.IsRaised;

    private static void Compose(IReadOnlyList<Box> boxes, TextComposer text)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            if (!IsFootnoteMark(boxes, i, text))
            {
                Compose(boxes[i], text);
            }
        }
    }

    private static void Compose(Box box, TextComposer text)
    {
        switch (box.Kind)
        {
            case BoxKind.Text:
                text.Append(box.Text);
                return;
            case BoxKind.LineBreak:
                text.LineBreak();
                return;
        }

        var separate = !box.IsInlineLevel;
        if (separate)
        {
            text.BlockBoundary();
        }

        Compose(box.Children, text);
        if (separate)
        {
            text.BlockBoundary();
        }
    }

    private static bool StartsWithDigit(IReadOnlyList<Box> boxes, int from)
    {
        while (from < boxes.Count && boxes[from].TextLength == 0)
        {
            from++;
        }

        var next = from < boxes.Count ? boxes[from] : null;
        while (next is { IsElement: true })
        {
            next = next.Children.Find(child => child.TextLength > 0);
        }

        return next is not null && char.IsDigit(next.Text.AsSpan().TrimStart()[0]);
    }
}
