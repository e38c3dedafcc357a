using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Tells inline elements that stand apart, as cells do, from those that only format parts of one text, as Word writes 20 and 24 of 2024.</summary>
internal static class SetApart
{
    /// <param name="children">All inline elements, with no text of the container between them.</param>
    public static bool Are(Box container, IReadOnlyList<Box> children) =>
        children.Count > 1 && (children.All(HasOwnLook) || Enumerable.Range(1, children.Count - 1).All(i => SpaceBetween(container, children[i - 1], children[i])));

    private static bool HasOwnLook(Box box) =>
        box.Kind == BoxKind.InlineBlock || !string.IsNullOrEmpty(box.Element.ClassName) || box.Element.LocalName.Contains('-', StringComparison.Ordinal)
        || box.Element.HasAttribute("role") || box.Style.ContainsKey("width");

    private static bool SpaceBetween(Box container, Box left, Box right)
    {
        var from = container.Children.IndexOf(left);
        return container.Children.FindIndex(from + 1, box => box.Kind == BoxKind.Text) is > 0 and var space && space < container.Children.IndexOf(right);
    }
}
