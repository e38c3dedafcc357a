using System.Collections.Frozen;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Takes shorthand properties apart, and gives old names their new ones.</summary>
internal static class Shorthands
{
    /// <summary>Sides by the direction of writing; one that is not from left to right is a doubt of its own.</summary>
    private static readonly FrozenDictionary<string, string> Logical = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["inset-inline-start"] = "left", ["inset-inline-end"] = "right", ["inset-block-start"] = "top", ["inset-block-end"] = "bottom", ["margin-inline-start"] = "margin-left", ["margin-inline-end"] = "margin-right",
        ["margin-block-start"] = "margin-top", ["padding-inline-start"] = "padding-left", ["padding-inline-end"] = "padding-right", ["inline-size"] = "width", ["block-size"] = "height", ["max-inline-size"] = "max-width", ["max-block-size"] = "max-height",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<(string Name, string Value)> Open(string name, string value) => name switch
    {
        "background" => Background(value),
        "font" => Font(value),
        "inset" => Sides(value, "top", "right", "bottom", "left"),
        "padding" => Sides(value, "padding-top", "padding-right", "padding-bottom", "padding-left"),
        "padding-inline" => Sides(value, "padding-left", "padding-right"),
        "margin" => Sides(value, "margin-top", "margin-right", "margin-bottom", "margin-left"),
        "inset-inline" => Sides(value, "left", "right"),
        "inset-block" => Sides(value, "top", "bottom"),
        "margin-inline" => Sides(value, "margin-left", "margin-right"),
        "margin-block" => Sides(value, "margin-top", "margin-bottom"),
        "overflow-inline" => [("overflow-x", value)],
        "overflow-block" => [("overflow-y", value)],
        _ when Logical.TryGetValue(name, out var physical) => [(physical, value)],
        "text-decoration" => [("text-decoration-line", value)],
        "list-style" => [("list-style-type", value)],
        "animation-name" => [("animation", value)],
        "list-style-image" => [("background-image", value)],
        // Some engines strike with it and others know no such property.
        "-webkit-text-decoration" or "-webkit-text-decoration-line" => [(name, value)],
        _ when name.StartsWith("-webkit-", StringComparison.Ordinal) => Open(name[8..], value),
        _ => [(name, value)],
    };

    private static IEnumerable<(string Name, string Value)> Background(string value)
    {
        var color = CssText.Split(value, ' ', ',', '/').Find(part => part.Contains('(', StringComparison.Ordinal) ? !part.StartsWith("url(", StringComparison.Ordinal) && !part.Contains("gradient(", StringComparison.Ordinal) && !part.StartsWith("image", StringComparison.Ordinal) : CssColor.IsColor(part));
        yield return ("background-color", color ?? "transparent");
        yield return ("background-image", value.Contains("url(", StringComparison.Ordinal) || value.Contains("gradient(", StringComparison.Ordinal) || value.Contains("image", StringComparison.Ordinal) ? value : "none");
        if (value.Split(' ').Contains("text"))
        {
            yield return ("background-clip", "text");
        }
    }

    // The size stands before the family, with the height of lines behind a slash.
    private static IEnumerable<(string Name, string Value)> Font(string value)
    {
        var parts = CssText.Split(value, ' ');
        var size = parts.FindIndex(part => CssLength.IsSize(part.Split('/')[0]));
        if (size >= 0)
        {
            yield return ("font-size", parts[size].Split('/')[0]);
            yield return ("font-family", string.Join(' ', parts.Skip(size + 1)));
        }
    }

    private static IEnumerable<(string Name, string Value)> Sides(string value, string first, string second) =>
        CssText.Split(value, ' ') is [var one, .. var others] ? [(first, one), (second, others.Count > 0 ? others[0] : one)] : [];

    private static IEnumerable<(string Name, string Value)> Sides(string value, string top, string right, string bottom, string left)
    {
        var parts = CssText.Split(value, ' ');
        if (parts.Count is >= 1 and <= 4)
        {
            yield return (top, parts[0]);
            yield return (right, parts[parts.Count > 1 ? 1 : 0]);
            yield return (bottom, parts[parts.Count > 2 ? 2 : 0]);
            yield return (left, parts[parts.Count > 3 ? 3 : parts.Count > 1 ? 1 : 0]);
        }
    }
}
