using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Notes boxes outside the tables that may lie over them: taken out of the flow or pulled up, with text or a ground of their own, beside the tables; and
/// figures that are taken out of the flow anywhere, and what covers the whole window.
/// </summary>
internal static class Overlays
{
    /// <summary>Pixels: so far boxes are pulled up to close gaps.</summary>
    private const double Pulled = -24;

    /// <summary>So many boxes taken out of the flow beside one another are the cells of a layout, not covers.</summary>
    private const int FewestOfLayout = 12;

    public static void Note(Box root)
    {
        var around = root;
        while (around.Kind != BoxKind.Table && around.Children.Where(IsOfTables).Take(2).ToList() is [var only] && only.Kind != BoxKind.Table)
        {
            around = only;
        }

        if (!around.HoldsTables)
        {
            return;
        }

        var waiting = new Stack<Box>([root]);
        while (waiting.TryPop(out var box))
        {
            if (box.Kind is BoxKind.Table || !box.IsElement)
            {
                continue;
            }

            if (!IsOfTables(box) && (IsTakenOut(box) ? IsFigure(box) || IsCurtain(box) || (IsWithin(box, around) && IsVisible(box)) : IsWithin(box, around) && IsPulled(box)))
            {
                root.Doubt ??= AppearanceReasons.Covered;
                return;
            }

            foreach (var child in box.Children)
            {
                waiting.Push(child);
            }
        }
    }

    private static bool IsOfTables(Box box) => box.HoldsTables || box.Kind == BoxKind.Table;

    private static bool IsTakenOut(Box box) => IsPositioned(box) && box.Parent!.Children.Where(IsPositioned).Take(FewestOfLayout).Count() < FewestOfLayout;

    private static bool IsPositioned(Box box) => box.Style.GetValueOrDefault("position") is "absolute" or "fixed";

    private static bool IsCurtain(Box box) => HasGround(box) && Fills(box, "left", "right", "width") && Fills(box, "top", "bottom", "height");

    private static bool Fills(Box box, string start, string end, string extent) =>
        IsAtEdge(box, start) && (IsAtEdge(box, end) || box.Style.GetValueOrDefault(extent) is "100%" or "100vw" or "100vh");

    private static bool IsAtEdge(Box box, string side) => CssLength.Pixels(box.Style.GetValueOrDefault(side), box.Paint.FontSize) == 0;

    private static bool IsPulled(Box box) => CssLength.Pixels(box.Style.GetValueOrDefault("margin-top"), box.Paint.FontSize) < Pulled && HasGround(box);

    private static bool IsVisible(Box box) => box.TextLength > 0 || HasGround(box);

    private static bool HasGround(Box box) => box.Style.ContainsKey("background-color") || box.Style.GetValueOrDefault("background-image") is { } picture && picture != "none";

    private static bool IsFigure(Box box) => box is { HoldsFigures: true, TextLength: <= UnfollowedStyle.LongestFigure } && !HoldsLetters(box);

    private static bool HoldsLetters(Box box) => box.Text.Any(char.IsLetter) || box.Children.Exists(HoldsLetters);

    private static bool IsWithin(Box box, Box around)
    {
        for (var step = box.Parent; step is not null; step = step.Parent)
        {
            if (step == around)
            {
                return true;
            }
        }

        return false;
    }
}
