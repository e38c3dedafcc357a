using System.Collections.Frozen;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Parses declarations and keeps those that decide what is seen and where, shorthands taken apart: all others are dropped early.</summary>
internal static class StyleProperties
{
    private static readonly FrozenSet<string> Relevant = new[]
    {
        "display", "visibility", "opacity", "float", "position", "left", "top", "right", "bottom", "clip", "clip-path", "overflow", "overflow-x", "overflow-y", "width", "height",
        "max-height", "max-width", "text-indent", "font-size", "color", "white-space", "order", "flex", "flex-basis", "flex-grow", "flex-direction", "flex-flow", "flex-wrap",
        "grid-template-columns", "grid-template", "grid-template-areas", "grid-area", "grid-column", "grid-column-start", "grid-column-end", "grid-row",
        "grid-row-start", "grid-row-end", "grid-auto-flow", "margin-left", "direction", "vertical-align", "column-count", "columns",
        "background-color", "background-image", "text-decoration-line", "content", "content-visibility", "unicode-bidi", "transform", "scale", "translate", "rotate", "zoom",
        "filter", "mask", "mask-image", "letter-spacing", "font-family", "font-variant-position", "font-feature-settings", "animation", "mix-blend-mode", "list-style-type",
        "text-shadow", "text-stroke", "text-fill-color", "background-clip", "margin-top", "margin-right", "padding-left", "padding-right", "offset-path", "border", "border-top", "border-bottom", "box-shadow", "all", "table-layout",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Name under which it is kept that something is declared of which nothing is known.</summary>
    public const string Unknown = "*";

    /// <summary>Of a rule of which it is not known whether a browser applies it.</summary>
    public static readonly IReadOnlyDictionary<string, StyleValue> Unsure = new Dictionary<string, StyleValue>(StringComparer.Ordinal) { [Unknown] = new("rule", false) };

    /// <summary>Whether a declaration of the property is kept.</summary>
    public static bool IsRelevant(string name) => Relevant.Contains(name) || name.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Value of one declaration, as written; empty where there is none.</summary>
    public static string Raw(string declarations, string name) => CssText.Split(CssText.WithoutComments(declarations), ';')
        .Where(declaration => declaration.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Select(declaration => declaration[(declaration.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()).FirstOrDefault() ?? "";

    /// <summary>
    /// Relevant declarations with lower-case names and values (but for generated text); the later of two equal names wins unless the earlier is important.
    /// </summary>
    public static Dictionary<string, StyleValue> Parse(string declarations)
    {
        var found = new Dictionary<string, StyleValue>(StringComparer.Ordinal);
        foreach (var declaration in CssText.Split(CssText.WithoutComments(declarations), ';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || declaration.Length > 2000)
            {
                continue;
            }

            var name = CssText.Unescape(declaration[..colon].Trim()).ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim();
            value = name == "content" || name.StartsWith("--", StringComparison.Ordinal) ? value : CssText.Unescape(value).ToLowerInvariant();
            var important = value.EndsWith("!important", StringComparison.OrdinalIgnoreCase) || value.EndsWith("! important", StringComparison.OrdinalIgnoreCase);
            value = important ? value[..value.LastIndexOf('!')].TrimEnd() : value;
            foreach (var (property, text) in Shorthands.Open(name, value))
            {
                if (!IsRelevant(property))
                {
                    if (!FollowedStyle.IsHarmless(property, text))
                    {
                        found[Unknown] = new StyleValue(name, false);
                    }
                }
                else if (text.Length > 0 && (important || !found.TryGetValue(property, out var earlier) || !earlier.Important))
                {
                    found[property] = new StyleValue(text, important);
                }
            }
        }

        return found;
    }
}

internal readonly record struct StyleValue(string Text, bool Important);
