using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Tells text that is set as footnote marks are, whatever the markup: by its element, its place or its size.</summary>
internal static class RaisedText
{
    /// <summary>Marks are set at two thirds of the size of the text beside them, or smaller; editors mix sizes down to three quarters within a number.</summary>
    private const double Smaller = .7;

    /// <summary>Of the size of the font.</summary>
    private const double Shift = .15;

    public static bool Is(Box box)
    {
        if (box.Element.LocalName is "sup" or "sub" && box.Style.GetValueOrDefault("vertical-align") != "baseline")
        {
            return true;
        }

        if (box.Style.Count == 0)
        {
            return IsSmaller(box);
        }

        var em = box.Paint.FontSize;
        var align = box.Style.GetValueOrDefault("vertical-align");
        return align is "super" or "sub" or "text-top" or "text-bottom"
            || Math.Abs(CssLength.Pixels(align, em, em) ?? 0) > em * Shift
            || (box.Style.GetValueOrDefault("position") == "relative" && !box.Style.ContainsKey("left") && !box.Style.ContainsKey("right") && Math.Abs(Offset(box)) > em * Shift)
            || IsSmaller(box);
    }

    private static double Offset(Box box) => CssLength.Pixels(box.Style.GetValueOrDefault("top") ?? box.Style.GetValueOrDefault("bottom"), box.Paint.FontSize) ?? 0;

    private static bool IsSmaller(Box box) => box.Parent is { } parent && Size(box) is { } size && parent.Children.Exists(other => other != box && Size(other) is { } beside && size <= beside * Smaller);

    /// <summary>Size of the first text within; null where there is none.</summary>
    private static double? Size(Box box)
    {
        while (box is { IsElement: true, TextLength: > 0 })
        {
            box = box.Children.Find(child => child.TextLength > 0)!;
        }

        return box.TextLength > 0 ? box.Parent!.Paint.FontSize : null;
    }
}
