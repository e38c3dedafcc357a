using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Tells which elements a person cannot see at all. <c>aria-hidden</c> alone does not hide: it speaks to screen readers, and the twin that they read is
/// often the one moved off the screen.
/// </summary>
internal static class Visibility
{
    /// <summary>Beyond this many pixels left of or above the page nothing is meant to be seen.</summary>
    private const double OffScreen = -500;

    /// <summary>Pixels: a box that low or narrow shows nothing of its text.</summary>
    private const double Sliver = 3;

    private static readonly string[] Sizes = ["width", "height", "max-width", "max-height"];

    /// <summary>Whether the element and all within take no part in the page.</summary>
    public static bool IsGone(IElement element, ComputedStyle style)
    {
        var display = style.GetValueOrDefault("display");
        return IsGone(style)
            // Within a line the margin pulls along what follows.
            || (Length(style, "margin-left") < OffScreen && BoxKinds.Of(element, style) is not (BoxKind.Inline or BoxKind.InlineBlock))
            || (display is null && (element.Has("hidden") || element.Has("popover") || element.LocalName == "dialog" && !element.HasAttribute("open")))
            || (style.GetValueOrDefault("visibility") == "collapse" && element.LocalName is "tr" or "tbody" or "thead" or "tfoot");
    }

    /// <summary>Whether the style alone takes an element, or a generated part of one, out of the page.</summary>
    public static bool IsGone(ComputedStyle style) => style.Count > 0 && (style.GetValueOrDefault("display") == "none" || IsOutOfSight(style));

    /// <summary>Pixels; null where the property is missing or relative.</summary>
    public static double? Length(ComputedStyle style, string property) => CssLength.Pixels(style.GetValueOrDefault(property));

    public static bool CutsOff(ComputedStyle style) => IsCutting(style, "overflow") || IsCutting(style, "overflow-y") || IsCutting(style, "overflow-x");

    /// <summary>Whether text beyond the box is not seen, or only by scrolling.</summary>
    public static bool Clips(ComputedStyle style) => CutsOff(style) || style.GetValueOrDefault("overflow", "") is { } all && (all.Contains("auto", StringComparison.Ordinal) || all.Contains("scroll", StringComparison.Ordinal))
        || style.GetValueOrDefault("overflow-x") is "auto" or "scroll" || style.GetValueOrDefault("overflow-y") is "auto" or "scroll";

    /// <summary>Whether a size is stated.</summary>
    public static bool IsSized(ComputedStyle style) => Array.Exists(Sizes, name => style.GetValueOrDefault(name) is { } value and not ("auto" or "none" or "initial" or "inherit" or "unset" or "100%"));

    private static bool IsCutting(ComputedStyle style, string property) =>
        style.GetValueOrDefault(property) is { } value && (value.Contains("hidden", StringComparison.Ordinal) || value.Contains("clip", StringComparison.Ordinal));

    private static bool IsOutOfSight(ComputedStyle style)
    {
        if (CutsOff(style) && (Length(style, "height") < Sliver || Length(style, "max-height") < Sliver || Length(style, "width") < Sliver || Length(style, "max-width") < Sliver))
        {
            return true;
        }

        if (Length(style, "text-indent") < OffScreen || style.GetValueOrDefault("content-visibility") == "hidden" || TransformValue.Of(style) == TransformEffect.Gone || IsClipped(style))
        {
            return true;
        }

        var position = style.GetValueOrDefault("position");
        return (position is "absolute" or "fixed" && IsCutOut(style))
            || (position is "absolute" or "fixed" or "relative" && (Length(style, "left") < OffScreen || Length(style, "top") < OffScreen));
    }

    private static bool IsCutOut(ComputedStyle style) =>
        style.GetValueOrDefault("clip") is { } clip && clip.Replace("px", "", StringComparison.Ordinal).All(c => "rect(01, )".Contains(c, StringComparison.Ordinal));

    /// <summary>Clipped to nothing: insets that meet, a circle or a polygon without area.</summary>
    private static bool IsClipped(ComputedStyle style)
    {
        if (style.GetValueOrDefault("clip-path") is not { } path)
        {
            return false;
        }

        if (path.StartsWith("inset(", StringComparison.Ordinal))
        {
            var sides = CssText.Split(path[6..].TrimEnd(')'), ' ').Select(side => side.EndsWith('%') ? CssLength.Number(side[..^1]) ?? 0 : 0).ToList();
            return sides.Count > 0 && (sides[0] + sides[sides.Count > 2 ? 2 : 0] >= 100 || sides[sides.Count > 1 ? 1 : 0] + sides[sides.Count > 3 ? 3 : sides.Count > 1 ? 1 : 0] >= 100);
        }

        return (path.StartsWith("circle(", StringComparison.Ordinal) || path.StartsWith("ellipse(", StringComparison.Ordinal) || path.StartsWith("polygon(", StringComparison.Ordinal))
            && !path.Any(c => c is >= '1' and <= '9') && path.Contains('0', StringComparison.Ordinal);
    }
}
