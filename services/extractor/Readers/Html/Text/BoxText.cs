using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Text;

/// <summary>The text of a box as a person reads it.</summary>
internal static class BoxText
{
    /// <summary>Longer superscripts are text, not marks.</summary>
    private const int LongestMark = 4;

    public static string Of(Box box) => Of([box]);

    /// <summary>Text of neighbouring inline boxes.</summary>
    public static string Of(IEnumerable<Box> boxes)
    {
        var text = new TextComposer();
        foreach (var box in boxes)
        {
            Compose(box, text);
        }

        return text.ToString();
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

        if (box.Element.LocalName == "sup" && IsFootnoteMark(box, text))
        {
            return;
        }

        var separate = !box.IsInlineLevel;
        if (separate)
        {
            text.BlockBoundary();
        }

        foreach (var child in box.Children)
        {
            Compose(child, text);
        }

        if (separate)
        {
            text.BlockBoundary();
        }
    }

    /// <summary>A short superscript right after a number is a footnote mark: <c>12&lt;sup&gt;1&lt;/sup&gt;</c> is 12, not 121.</summary>
    private static bool IsFootnoteMark(Box sup, TextComposer text) => text.EndsInNumber && sup.TextLength <= LongestMark;
}
