using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Tells which elements a person cannot see at all. <c>aria-hidden</c> alone does not hide: it speaks to screen readers, and the twin that they read is
/// often the one moved off the screen.
/// </summary>
internal static class Visibility
{
    private static readonly string[] Sizes = ["width", "height", "max-width", "max-height"];

    /// <summary>Whether the element and all within take no part in the page.</summary>
    public static bool IsGone(IElement element, ComputedStyle style)
    {
        var display = style.GetValueOrDefault("display");
        return style.IsHidden
            // Within a line the margin pulls along what follows.
            || (style.Pixels("margin-left") < HiddenStyle.OffScreen && BoxKinds.Of(element, style) is not (BoxKind.Inline or BoxKind.InlineBlock))
            || (display is null && (element.Has("hidden") || element.Has("popover") || element.LocalName == "dialog" && !element.HasAttribute("open")))
            || (style.GetValueOrDefault("visibility") == "collapse" && element.LocalName is "tr" or "tbody" or "thead" or "tfoot");
    }

    /// <summary>Whether text beyond the box is not seen, or only by scrolling.</summary>
    public static bool Clips(ComputedStyle style) => style.CutsOff || style.GetValueOrDefault("overflow", "") is { } all && (all.Contains("auto", StringComparison.Ordinal) || all.Contains("scroll", StringComparison.Ordinal))
        || style.GetValueOrDefault("overflow-x") is "auto" or "scroll" || style.GetValueOrDefault("overflow-y") is "auto" or "scroll";

    /// <summary>Whether a size is stated.</summary>
    public static bool IsSized(ComputedStyle style) => Array.Exists(Sizes, name => style.GetValueOrDefault(name) is { } value and not ("auto" or "none" or "initial" or "inherit" or "unset" or "100%"));
}
