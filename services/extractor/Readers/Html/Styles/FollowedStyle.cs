using System.Collections.Frozen;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>
/// Which declarations are followed here, or change nothing that a person reads. The lists are of what is known: a property, a value or a unit that nobody
/// here has heard of is a doubt by itself.
/// </summary>
internal static class FollowedStyle
{
    /// <summary>Pixels: text of a size without a unit, which pages in quirks mode may have.</summary>
    private const double SmallestText = 6;

    private static readonly FrozenSet<string> Defaults = Set("initial", "inherit", "unset", "revert", "normal", "none", "auto", "");

    private static readonly FrozenSet<string> Displays = Set(
        "none", "block", "inline", "inline-block", "list-item", "flow-root", "block flow", "flex", "inline-flex", "-webkit-flex", "grid", "inline-grid", "table", "inline-table", "table-row-group",
        "table-header-group", "table-footer-group", "table-row", "table-cell", "table-caption", "contents", "initial", "unset", "revert", "");

    private static readonly FrozenSet<string> Marks = Set("none", "disc", "circle", "square", "inside", "outside");

    // What neither hides text nor changes it, by the beginnings of its names; what other engines alone know; what sets nothing but defaults of a script.
    private static readonly string[] Harmless =
    [
        "text-align", "text-justify", "text-autospace", "text-underline", "text-decoration", "text-rendering", "text-size-adjust", "text-overflow", "text-wrap", "text-orientation", "text-kashida",
        "line-height", "line-break", "padding", "border", "font", "background", "word-break", "word-wrap", "overflow-wrap", "overflow-anchor", "overflow-scrolling", "hyphens", "cursor", "box-sizing", "min-", "mso-", "table-layout",
        "empty-cells", "caption-side", "layout-", "tab-", "page", "break-", "orphans", "widows", "outline-offset", "transition", "punctuation", "list-style-position", "pointer-events", "user-select", "resize", "-moz-", "-ms-",
        "-o-", "-khtml-", "align-", "justify-", "place-", "gap", "row-gap", "column-gap", "clear", "touch-", "tap-highlight", "ime-mode", "behavior", "white-space-", "caret-color", "accent-color", "scroll", "object-", "counter-",
        "will-change", "isolation", "speak", "ruby-", "font-smoothing", "grid-gap", "grid-auto-", "print-color", "color-adjust", "appearance", "fill", "stroke", "panose", "tab", "margin-bottom", "margin-block-end",
        "zoom", "*", "_", "filter:", "vector-effect", "flex-shrink", "text-line-through", "text-effect", "box-orient", "box-align", "box-pack", "box-direction", "box-flex", "perspective-origin", "transform-origin",
    ];

    /// <summary>Whether a property that is not kept is harmless.</summary>
    /// <param name="name">Without the prefix of an engine that is followed.</param>
    public static bool IsHarmless(string name, string value) => Defaults.Contains(value) || name switch
    {
        "word-spacing" => CssLength.Pixels(value) is >= 0,
        "text-underline-offset" => CssLength.Pixels(value) is >= 0,
        "text-decoration-thickness" => value == "from-font" || CssLength.Pixels(value) is <= 2,
        "border-image" or "border-image-source" => !value.Contains('(', StringComparison.Ordinal),
        "outline" or "outline-width" => value[0] == '0' || value.Contains("none", StringComparison.Ordinal),
        "outline-color" or "outline-style" => true,
        "text-stroke-width" => value[0] == '0',
        "text-stroke-color" => true,
        "z-index" => CssLength.Number(value) is >= 0,
        "writing-mode" => value is "horizontal-tb" or "lr-tb" or "lr",
        "color-scheme" => value is "light" or "only light",
        "font-size-adjust" or "border-spacing-inline" => false,
        _ => Array.Exists(Harmless, begin => name.StartsWith(begin, StringComparison.Ordinal)),
    };

    /// <summary>Whether the value of a property that is kept is followed.</summary>
    public static bool Follows(string name, string value) => name switch
    {
        StyleProperties.Unknown or "all" => false,
        "display" => Displays.Contains(value),
        "float" => value is "left" or "right" || Defaults.Contains(value),
        "position" => value is "static" or "relative" or "absolute" or "fixed" or "sticky" or "-webkit-sticky" || Defaults.Contains(value),
        "opacity" => Defaults.Contains(value) || CssLength.Number(value.TrimEnd('%')) is not null,
        "color" or "text-fill-color" or "background-color" => !value.Contains('(', StringComparison.Ordinal) || CssColor.Of(value) is not null,
        "font-size" => CssLength.Number(value) is { } bare ? bare >= SmallestText || bare == 0 : IsLength(value),
        "letter-spacing" or "text-indent" or "margin-left" or "margin-right" or "margin-top" or "left" or "right" or "top" or "bottom" => CssLength.Number(value) is { } bare ? bare >= 0 : IsLength(value),
        "animation" or "text-shadow" or "box-shadow" or "column-count" or "columns" => Defaults.Contains(value) || value.StartsWith("none", StringComparison.Ordinal) || value is "1" or "auto auto",
        "text-stroke" => Defaults.Contains(value) || value[0] == '0',
        "filter" => FiltersNothing(value),
        "list-style-type" => Defaults.Contains(value) || CssText.Split(value, ' ').TrueForAll(Marks.Contains),
        "order" or "text-decoration-line" or "visibility" or "direction" or "unicode-bidi" or "white-space" or "content-visibility" => !value.Contains('(', StringComparison.Ordinal),
        "zoom" => Defaults.Contains(value) || value == "reset" || CssLength.Number(value.TrimEnd('%')) is not null,
        _ => true,
    };

    /// <summary>Filters that change colours and hide nothing, those of other engines, and how opaque it is.</summary>
    public static bool FiltersNothing(string value) => Defaults.Contains(value) || value.StartsWith("progid", StringComparison.Ordinal) || value.StartsWith("alpha(", StringComparison.Ordinal) || !value.Contains('(', StringComparison.Ordinal)
        || (value.StartsWith("grayscale(", StringComparison.Ordinal) && !value[1..].Contains(") ", StringComparison.Ordinal))
        || (value.StartsWith("opacity(", StringComparison.Ordinal) && value.IndexOf(')', StringComparison.Ordinal) == value.Length - 1 && CssLength.Number(value[8..^1].Trim().TrimEnd('%')) is not null);

    private static bool IsLength(string value) => value.EndsWith('%') || CssLength.Pixels(value) is not null || !(value.Contains('(', StringComparison.Ordinal) || value.Any(char.IsAsciiDigit));

    private static FrozenSet<string> Set(params string[] values) => values.ToFrozenSet(StringComparer.Ordinal);
}
