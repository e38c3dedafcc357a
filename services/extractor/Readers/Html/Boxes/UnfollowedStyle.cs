using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Notes figures in tables that styles reach which are not followed here: an unknown property, value, condition or selector may hide, move or change
/// them. A figure in several pieces, of which one may lie over another, has less leeway than one in one piece.
/// </summary>
internal static class UnfollowedStyle
{
    /// <summary>Characters: a figure with its unit and a mark.</summary>
    public const int LongestFigure = 16;

    /// <summary>Pixels: the least height of a row with text in it.</summary>
    private const double LeastRow = 14;

    public static void Note(IReadOnlyList<Box> made)
    {
        foreach (var box in made)
        {
            if (box is { Kind: BoxKind.Cell, HoldsTables: false, HoldsFigures: true, TextLength: <= LongestFigure })
            {
                box.Doubt ??= IsReached(box, box.Pieces > 1) ? AppearanceReasons.Styles : null;
            }
            else if (box.Kind is BoxKind.Row or BoxKind.RowGroup or BoxKind.HeaderGroup or BoxKind.FooterGroup or BoxKind.Table && !box.HoldsTables)
            {
                box.Doubt ??= box.Style.IsFollowed ? null : AppearanceReasons.Styles;
            }
            else if (box is { HoldsTables: true, Style.Count: > 0, Parent: not null })
            {
                box.Root().Doubt ??= Around(box);
            }
        }
    }

    private static bool IsReached(Box box, bool isInPieces) => box.IsElement
        && (!box.Style.IsFollowed || (isInPieces && (box.Kind is BoxKind.Grid || (box.Kind != BoxKind.Cell && MayCover(box.Style)))) || box.Children.Exists(child => IsReached(child, isInPieces)));

    // Lines and grounds beyond the box itself, and boxes that are not as large as their text.
    private static bool MayCover(ComputedStyle style) => IsDrawn(style, "border") || IsDrawn(style, "border-top") || IsDrawn(style, "border-bottom") || (Visibility.Clips(style) && Visibility.IsSized(style));

    private static bool IsDrawn(ComputedStyle style, string border) => style.GetValueOrDefault(border) is { } value && !(value[0] == '0' || value.Contains("none", StringComparison.Ordinal) || value is "initial" or "unset" or "hidden");

    // What holds whole tables is followed as far as it turns them, or shows the first rows alone.
    private static string? Around(Box box) =>
        !box.Style.IsFollowed ? AppearanceReasons.Styles
        : box.Style.Transform == TransformEffect.Moved && box.Style.GetValueOrDefault("position") is not ("absolute" or "fixed") ? AppearanceReasons.Moved
        : box.Style.CutsOff && (box.Style.Pixels("height") ?? box.Style.Pixels("max-height")) is { } height && height < LeastRow * Rows(box) ? AppearanceReasons.Cut
        : null;

    private static int Rows(Box box) => box.Kind == BoxKind.Row ? 1 : box.Children.Sum(Rows);

    private static Box Root(this Box box)
    {
        while (box.Parent is { } parent)
        {
            box = parent;
        }

        return box;
    }
}
