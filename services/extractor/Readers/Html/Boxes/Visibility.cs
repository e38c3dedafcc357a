using System.Globalization;
using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Tells what a person cannot see. <c>aria-hidden</c> alone does not hide: it speaks to screen readers, and the twin that they read is often the one
/// moved off the screen.
/// </summary>
internal static class Visibility
{
    /// <summary>Beyond this many pixels left of or above the page nothing is meant to be seen.</summary>
    private const double OffScreen = -500;

    /// <summary>Whether the element and all within take no part in the page.</summary>
    public static bool IsGone(IElement element, IReadOnlyDictionary<string, string> style)
    {
        var display = style.GetValueOrDefault("display");
        return display == "none"
            || (display is null && (element.HasAttribute("hidden") || element.LocalName == "dialog" && !element.HasAttribute("open")))
            || (style.GetValueOrDefault("visibility") == "collapse" && element.LocalName is "tr" or "tbody" or "thead" or "tfoot")
            || IsOutOfSight(style);
    }

    /// <summary>Whether the element keeps its place but shows nothing; null where it says nothing about it.</summary>
    public static bool? IsInvisible(IReadOnlyDictionary<string, string> style)
    {
        if (style.Count == 0)
        {
            return null;
        }

        if (style.GetValueOrDefault("visibility") is { } visibility)
        {
            return visibility is "hidden" or "collapse";
        }

        return Number(style, "opacity") == 0 || Length(style, "font-size") == 0 || style.GetValueOrDefault("color") == "transparent" || Length(style, "text-indent") < OffScreen ? true : null;
    }

    /// <summary>Pixels; null where the property is missing or relative.</summary>
    public static double? Length(IReadOnlyDictionary<string, string> style, string property)
    {
        if (!style.TryGetValue(property, out var value))
        {
            return null;
        }

        var (digits, scale) = value switch
        {
            _ when value.EndsWith("px", StringComparison.Ordinal) => (value[..^2], 1.0),
            _ when value.EndsWith("rem", StringComparison.Ordinal) => (value[..^3], 16.0),
            _ when value.EndsWith("em", StringComparison.Ordinal) => (value[..^2], 16.0),
            _ when value.EndsWith("pt", StringComparison.Ordinal) => (value[..^2], 4.0 / 3),
            _ when value.EndsWith("mm", StringComparison.Ordinal) => (value[..^2], 96 / 25.4),
            _ when value.EndsWith("cm", StringComparison.Ordinal) => (value[..^2], 96 / 2.54),
            _ => (value, 1.0),
        };
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && (scale != 1.0 || number == 0 || value.EndsWith("px", StringComparison.Ordinal)) ? number * scale : null;
    }

    private static bool IsOutOfSight(IReadOnlyDictionary<string, string> style)
    {
        if (style.Count == 0)
        {
            return false;
        }

        var cut = style.GetValueOrDefault("overflow") is "hidden" or "clip" || style.GetValueOrDefault("overflow-y") is "hidden" or "clip";
        if (cut && (Length(style, "height") <= 1 || Length(style, "max-height") <= 1 || Length(style, "width") <= 1))
        {
            return true;
        }

        if (Length(style, "margin-left") < OffScreen)
        {
            return true;
        }

        return style.GetValueOrDefault("position") is "absolute" or "fixed"
            && (Length(style, "left") < OffScreen || Length(style, "top") < OffScreen || IsClippedAway(style));
    }

    private static bool IsClippedAway(IReadOnlyDictionary<string, string> style) =>
        (style.GetValueOrDefault("clip") is { } clip && clip.Replace("px", "", StringComparison.Ordinal).All(c => "rect(01, )".Contains(c, StringComparison.Ordinal)))
        || style.GetValueOrDefault("clip-path") is "inset(50%)" or "inset(100%)";

    private static double? Number(IReadOnlyDictionary<string, string> style, string property) =>
        double.TryParse(style.GetValueOrDefault(property), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
