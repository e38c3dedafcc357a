using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Blocks;

internal static class Links
{
    /// <summary>Share of a line's text that leads elsewhere, 0..1.</summary>
    public static double Share(IReadOnlyList<Box> line, Box container)
    {
        var all = line.Sum(box => box.TextLength);
        return all == 0 ? 0 : IsWithinLink(container) ? 1 : (double)line.Sum(Length) / all;
    }

    private static int Length(Box box) => IsLink(box) ? box.TextLength : box.Children.Sum(Length);

    private static bool IsLink(Box box) => box is { IsElement: true, Element.LocalName: "a" } && box.Element.HasAttribute("href");

    private static bool IsWithinLink(Box? box)
    {
        for (; box is not null; box = box.Parent)
        {
            if (IsLink(box))
            {
                return true;
            }
        }

        return false;
    }
}
