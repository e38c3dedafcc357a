using System.Collections.Frozen;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Whether a style says nothing that could be a trick of painting: sizes, types, colours, lines and what a browser does anyway.</summary>
internal static class PlainStyle
{
    private static readonly FrozenSet<string> Harmless = new[]
    {
        "width", "height", "max-width", "white-space", "font-size", "font-family", "color", "background-color", "border", "border-top", "border-bottom", "padding-left", "padding-right",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Is(ComputedStyle style) => style.All(IsHarmless);

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
