using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Tells inline elements that stand apart, as cells do, from those that only format parts of one text, as Word writes 20 and 24 of 2024.</summary>
internal static class SetApart
{
    /// <summary>Rows behind a header that are looked at for figures.</summary>
    private const int MostNeighbours = 4;

    private const int MostRows = 500;

    /// <param name="children">All inline elements, with no text of the container between them.</param>
    public static bool Are(Box container, IReadOnlyList<Box> children) =>
        children.Count > 1
        && (children.All(HasOwnLook) || children.All(LeafText.IsFact) || IsLabelWithFigures(children) || SpacesBetween(container) || IsHeaderOfSuch(container, children.Count));

    private static bool HasOwnLook(Box box) =>
        box.Kind == BoxKind.InlineBlock || !string.IsNullOrEmpty(box.Element.ClassName) || BoxKinds.IsOwnName(box.Element)
        || box.Element.HasAttribute("role") || box.Style.ContainsKey("width");

    /// <summary>A label and at least two figures or blanks, each in an element of its own.</summary>
    private static bool IsLabelWithFigures(IReadOnlyList<Box> children) =>
        children.Count > 2 && !LeafText.IsFigure(children[0]) && children.Skip(1).All(LeafText.IsFigure) && children.Skip(1).Any(child => child.TextLength > 0);

    /// <summary>Whether one of the next boxes has as many elements, a label and figures.</summary>
    private static bool IsHeaderOfSuch(Box container, int count) =>
        count > 2 && container.Parent is { Children.Count: < MostRows } parent && parent.Children.SkipWhile(box => box != container).Skip(1).Where(box => box.IsElement).Take(MostNeighbours)
            .Any(next => next.Children.FindAll(box => box.IsElement) is var elements && elements.Count == count && IsLabelWithFigures(elements));

    /// <summary>Whether white space stands between all elements of the container.</summary>
    private static bool SpacesBetween(Box container)
    {
        var glued = false;
        foreach (var box in container.Children)
        {
            if (box.IsElement && glued)
            {
                return false;
            }

            glued = box.IsElement;
        }

        return true;
    }
}
