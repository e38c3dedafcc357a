namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Takes shorthand properties apart, and gives old names their new ones.</summary>
internal static class Shorthands
{
    public static IEnumerable<(string Name, string Value)> Open(string name, string value) => name switch
    {
        "background" => Background(value),
        "font" => Font(value),
        "inset" => Sides(value, "top", "right", "bottom", "left"),
        "margin" => Sides(value, "margin-top", "margin-right", "margin-bottom", "margin-left"),
        "inset-inline-start" => [("left", value)],
        "inset-block-start" => [("top", value)],
        "margin-inline-start" => [("margin-left", value)],
        "text-decoration" => [("text-decoration-line", value)],
        "list-style" => [("list-style-type", value)],
        "animation-name" => [("animation", value)],
        _ when name.StartsWith("-webkit-", StringComparison.Ordinal) => [(name[8..], value)],
        _ => [(name, value)],
    };

    private static IEnumerable<(string Name, string Value)> Background(string value)
    {
        var color = CssText.Split(value, ' ', ',', '/').Find(part => part.StartsWith("var(", StringComparison.Ordinal) || CssColor.IsColor(part));
        yield return ("background-color", color ?? "transparent");
        yield return ("background-image", value.Contains("url(", StringComparison.Ordinal) || value.Contains("gradient(", StringComparison.Ordinal) ? value : "none");
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
