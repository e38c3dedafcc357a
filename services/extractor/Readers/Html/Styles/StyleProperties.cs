using System.Collections.Frozen;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Parses declarations and keeps those that decide what is seen and where: all others are dropped early.</summary>
internal static class StyleProperties
{
    private static readonly FrozenSet<string> Relevant = new[]
    {
        "display", "visibility", "opacity", "float", "position", "left", "top", "right", "clip", "clip-path", "overflow", "overflow-x", "overflow-y", "width", "height",
        "max-height", "text-indent", "font-size", "color", "white-space", "order", "flex", "flex-basis", "flex-grow", "flex-direction", "flex-flow", "flex-wrap",
        "grid-template-columns", "grid-template", "grid-template-areas", "grid-area", "grid-column", "grid-column-start", "grid-column-end", "grid-row",
        "grid-row-start", "grid-row-end", "grid-auto-flow", "margin-left", "direction", "vertical-align", "column-count", "columns",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Relevant declarations with lower-case names and values; the later of two equal names wins unless the earlier is important.</summary>
    public static Dictionary<string, StyleValue> Parse(string declarations)
    {
        var found = new Dictionary<string, StyleValue>(StringComparer.Ordinal);
        foreach (var declaration in declarations.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                continue;
            }

            var name = declaration[..colon].Trim().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim().ToLowerInvariant();
            if (!Relevant.Contains(name) || value.Length is 0 or > 2000)
            {
                continue;
            }

            var important = value.EndsWith("!important", StringComparison.Ordinal);
            var parsed = new StyleValue(important ? value[..^10].TrimEnd() : value, important);
            if (important || !found.TryGetValue(name, out var earlier) || !earlier.Important)
            {
                found[name] = parsed;
            }
        }

        return found;
    }
}

internal readonly record struct StyleValue(string Text, bool Important);
