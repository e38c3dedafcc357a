using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Html.Text;

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
            if (box is { Kind: BoxKind.Cell, HoldsTables: false, TextLength: > 0 and <= LongestFigure } && HoldsFigure(box))
            {
                box.Doubt ??= IsReached(box, Pieces(box) > 1) ? AppearanceReasons.Styles : null;
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

    public static bool HoldsFigure(Box box) => box.Kind == BoxKind.Text ? Digits.Any(box.Text) : box.Children.Exists(HoldsFigure);

    public static int Pieces(Box box) => box.Kind == BoxKind.Text ? box.Text.AsSpan().Trim().Length > 0 ? 1 : 0 : box.Children.Sum(Pieces);

    private static bool IsReached(Box box, bool isInPieces) => box.IsElement
        && (!box.Style.IsFollowed || (isInPieces && (box.Kind is BoxKind.Grid || (box.Kind != BoxKind.Cell && MayCover(box.Style)))) || box.Children.Exists(child => IsReached(child, isInPieces)));

    // Lines and grounds beyond the box itself, and boxes that are not as large as their text.
    private static bool MayCover(ComputedStyle style) => IsDrawn(style, "border") || IsDrawn(style, "border-top") || IsDrawn(style, "border-bottom") || (Visibility.Clips(style) && Visibility.IsSized(style));

    private static bool IsDrawn(ComputedStyle style, string border) => style.GetValueOrDefault(border) is { } value && !(value[0] == '0' || value.Contains("none", StringComparison.Ordinal) || value is "initial" or "unset" or "hidden");

    // What holds whole tables is followed as far as it turns them, or shows the first rows alone.
    private static string? Around(Box box) =>
        !box.Style.IsFollowed ? AppearanceReasons.Styles
        : TransformValue.Of(box.Style) == TransformEffect.Moved && box.Style.GetValueOrDefault("position") is not ("absolute" or "fixed") ? AppearanceReasons.Moved
        : Visibility.CutsOff(box.Style) && (Visibility.Length(box.Style, "height") ?? Visibility.Length(box.Style, "max-height")) is { } height && height < LeastRow * Rows(box) ? AppearanceReasons.Cut
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
