namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Whether a style alone takes an element, or a generated part of one, out of the page.</summary>
internal static class HiddenStyle
{
    /// <summary>Beyond this many pixels left of or above the page nothing is meant to be seen.</summary>
    public const double OffScreen = -500;

    /// <summary>Pixels: a box that low or narrow shows nothing of its text.</summary>
    private const double Sliver = 3;

    public static bool Is(ComputedStyle style) => style.GetValueOrDefault("display") == "none" || IsOutOfSight(style);

    /// <summary>Whether text beyond the box is not seen.</summary>
    public static bool CutsOff(ComputedStyle style) => IsCutting(style, "overflow") || IsCutting(style, "overflow-y") || IsCutting(style, "overflow-x");

    private static bool IsCutting(ComputedStyle style, string property) =>
        style.GetValueOrDefault(property) is { } value && (value.Contains("hidden", StringComparison.Ordinal) || value.Contains("clip", StringComparison.Ordinal));

    private static bool IsOutOfSight(ComputedStyle style)
    {
        if (CutsOff(style) && (style.Pixels("height") < Sliver || style.Pixels("max-height") < Sliver || style.Pixels("width") < Sliver || style.Pixels("max-width") < Sliver))
        {
            return true;
        }

        if (style.Pixels("text-indent") < OffScreen || style.GetValueOrDefault("content-visibility") == "hidden" || style.Transform == TransformEffect.Gone || IsClipped(style))
        {
            return true;
        }

        var position = style.GetValueOrDefault("position");
        return (position is "absolute" or "fixed" && IsCutOut(style))
            || (position is "absolute" or "fixed" or "relative" && (style.Pixels("left") < OffScreen || style.Pixels("top") < OffScreen));
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
