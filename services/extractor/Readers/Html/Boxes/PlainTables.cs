using System.Collections.Frozen;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Whether the cells of a page's tables are written in one piece and with nothing but harmless style: then a trick of painting, known here or not, has
/// no place to be.
/// </summary>
internal static class PlainTables
{
    /// <summary>Pixels.</summary>
    private const double SmallestText = 9;

    private static readonly FrozenSet<string> Harmless = new[]
    {
        "width", "height", "max-width", "white-space", "font-size", "font-family", "color", "background-color", "border", "border-top", "border-bottom", "padding-left", "padding-right",
    }.ToFrozenSet(StringComparer.Ordinal);

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
        box is { Doubt: null, HidesFigures: false, IsRaised: false } && (box.Kind != BoxKind.Text || box.Paint is { FontSize: >= SmallestText, UsesOwnFont: false }) && (box.Style.Count == 0 || box.Style.All(IsHarmless))
        && (box.Kind != BoxKind.Cell || !UnfollowedStyle.HoldsFigure(box) || UnfollowedStyle.Pieces(box) <= 1);

    private static bool IsHarmless(KeyValuePair<string, string> property) => Harmless.Contains(property.Key) || property.Key switch
    {
        "vertical-align" => property.Value is "middle" or "top" or "bottom" or "baseline",
        "display" => property.Value is "block" or "inline" or "inline-block" or "table-cell" or "table-row",
        "margin-left" or "margin-right" or "margin-top" or "text-indent" or "letter-spacing" => property.Value is "auto" or "normal" || CssLength.Pixels(property.Value) is >= 0,
        "text-decoration-line" or "background-image" or "animation" or "transform" or "float" => property.Value == "none",
        "visibility" or "overflow" => property.Value == "visible",
        "position" => property.Value == "static",
        _ => false,
    };
}
