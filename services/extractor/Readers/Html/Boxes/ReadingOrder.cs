using System.Globalization;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Puts the children of boxes in the order in which they are shown: the order and direction of flex boxes and grids, forced directions of text.</summary>
internal static class ReadingOrder
{
    public static void Apply(IReadOnlyList<Box> made)
    {
        foreach (var box in made.Where(box => box.IsElement && box.Children.Count > 0))
        {
            if (box.Kind is BoxKind.Flex or BoxKind.Grid)
            {
                Arrange(box);
            }

            if (IsReversed(box))
            {
                Reverse(box);
            }
        }
    }

    private static void Arrange(Box box)
    {
        if (box.Children.Exists(child => child.Style.ContainsKey("order")))
        {
            var ordered = box.Children.OrderBy(Order).ToList();
            box.Children.Clear();
            box.Children.AddRange(ordered);
        }

        if (box.Kind == BoxKind.Flex && RunsBackwards(box))
        {
            box.Children.Reverse();
        }
    }

    private static bool RunsBackwards(Box box)
    {
        var direction = box.Style.GetValueOrDefault("flex-direction") ?? box.Style.GetValueOrDefault("flex-flow") ?? "row";
        var backwards = direction.Contains("reverse", StringComparison.Ordinal) && !direction.StartsWith("wrap", StringComparison.Ordinal);
        return direction.StartsWith("column", StringComparison.Ordinal) ? backwards : backwards != box.Paint.IsRightToLeft;
    }

    private static int Order(Box box) => int.TryParse(box.Style.GetValueOrDefault("order"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : 0;

    /// <summary>Whether the box forces its text to run from the right, and is the outermost that does.</summary>
    private static bool IsReversed(Box box) => box.Paint.IsRightToLeft && Forces(box) && !(box.Parent is { } parent && parent.Paint.IsRightToLeft && Forces(parent));

    private static bool Forces(Box box) => box.Style.GetValueOrDefault("unicode-bidi") is { } bidi ? bidi.Contains("override", StringComparison.Ordinal) : box.Element.LocalName == "bdo";

    private static void Reverse(Box box)
    {
        box.Children.Reverse();
        foreach (var child in box.Children)
        {
            child.Text = BidiText.Reversed(child.Text);
            Reverse(child);
        }
    }
}
