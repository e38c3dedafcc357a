using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>The custom properties of an element, its ancestors' included, and what values mean with them.</summary>
internal sealed class StyleVariables
{
    private const int Deepest = 8;
    private const int LongestValue = 4000;

    public static readonly StyleVariables None = new(ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, string> _values;

    private StyleVariables(ImmutableDictionary<string, string> values) => _values = values;

    /// <summary>With those that the element's own style sets.</summary>
    public StyleVariables With(ComputedStyle style)
    {
        return style.SetsVariables ? new StyleVariables(_values.SetItems(style.Where(pair => pair.Key.StartsWith("--", StringComparison.Ordinal)))) : this;
    }

    /// <summary>The style with every variable replaced, shorthands taken apart once more where a variable hid what they hold.</summary>
    public ComputedStyle Resolve(ComputedStyle style)
    {
        if (!style.UsesVariables)
        {
            return style;
        }

        var resolved = style.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in style.Where(pair => Uses(pair.Value)))
        {
            resolved[name] = name == "content" ? Resolve(value, 0) : Resolve(value, 0).ToLowerInvariant();
        }

        return new ComputedStyle(resolved);
    }

    private static bool Uses(string value) => value.Contains("var(", StringComparison.Ordinal);

    private string Resolve(string value, int depth)
    {
        var from = 0;
        while (depth < Deepest && value.Length < LongestValue && value.IndexOf("var(", from, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = CssText.Find(value, open + 4, value.Length, ")");
            var parts = CssText.Split(value[(open + 4)..close], ',');
            var known = parts.Count > 0 && _values.TryGetValue(parts[0], out var found) ? found : parts.Count > 1 ? parts[1] : "";
            var text = Resolve(known, depth + 1);
            value = value[..open] + text + value[Math.Min(close + 1, value.Length)..];
            from = open + text.Length;
        }

        return value;
    }
}
