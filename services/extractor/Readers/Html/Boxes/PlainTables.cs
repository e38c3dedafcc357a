namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Whether the cells of a page's tables are written in one piece and with nothing but harmless style: then a trick of painting, known here or not, has
/// no place to be.
/// </summary>
internal static class PlainTables
{
    /// <summary>Pixels.</summary>
    private const double SmallestText = 9;

    public static bool Are(Box root)
    {
        if (root.Doubt is not null)
        {
            return false;
        }

        var waiting = new Stack<Box>([root]);
        while (waiting.TryPop(out var box))
        {
            if ((box.IsInCell || box.Kind == BoxKind.Cell) && !IsPlain(box))
            {
                return false;
            }

            foreach (var child in box.Children)
            {
                waiting.Push(child);
            }
        }

        return true;
    }

    private static bool IsPlain(Box box) =>
        box is { Doubt: null, HidesFigures: false, IsRaised: false } && (box.Kind != BoxKind.Text || box.Paint is { FontSize: >= SmallestText, UsesOwnFont: false }) && box.Style.IsPlain
        && (box.Kind != BoxKind.Cell || !box.HoldsFigures || box.Pieces <= 1);
}
