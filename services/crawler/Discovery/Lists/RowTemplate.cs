using System.Text;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// How the address of a row is made of its fields, such as <c>detail.html?id={id}</c>: learned from the script that shows the rows. The name of a field
/// stands between two characters that no page uses; people see braces.
/// </summary>
internal static class RowTemplate
{
    public const char Open = '\uE000';

    public const char Close = '\uE001';

    // An address made of more fields than these is a guess.
    private const int MostFields = 4;

    /// <summary>What stands for a field in a template.</summary>
    public static string Field(string name) => $"{Open}{name}{Close}";

    /// <summary>The template with the signs of its fields as they were before a form or an address encoded them.</summary>
    public static string Unescaped(string text) => text.Replace("%EE%80%80", $"{Open}", StringComparison.Ordinal).Replace("%EE%80%81", $"{Close}", StringComparison.Ordinal);

    /// <summary>Whether a field is an attribute of an element's own, <c>data-id</c>, <c>lay-id</c>: nothing else has a hyphen.</summary>
    public static bool IsCarried(string name) => name.Contains('-', StringComparison.Ordinal);

    /// <summary>Names of the fields, in order; empty for a text that is no template.</summary>
    public static IReadOnlyList<string> Fields(string template)
    {
        var names = new List<string>();
        for (var at = template.IndexOf(Open, StringComparison.Ordinal); at >= 0; at = template.IndexOf(Open, at + 1))
            if (template.IndexOf(Close, at) is var end && end > at)
                names.Add(template[(at + 1)..end]);
        return names.Count <= MostFields ? names : [];
    }

    /// <summary>The address of one row.</summary>
    /// <param name="value">Gives the value of a field; null when the row has none.</param>
    /// <returns>Null when a field is missing.</returns>
    public static string? Fill(string template, Func<string, string?> value)
    {
        var address = new StringBuilder();
        var last = 0;
        for (var at = template.IndexOf(Open, StringComparison.Ordinal); at >= 0; at = template.IndexOf(Open, last))
        {
            var end = template.IndexOf(Close, at);
            if (end < 0 || value(template[(at + 1)..end]) is not { Length: > 0 and < 300 } filled)
                return null;
            // A field that holds an address by itself keeps its slashes.
            address.Append(template, last, at - last).Append(filled.Contains('/', StringComparison.Ordinal) ? filled : Uri.EscapeDataString(filled));
            last = end + 1;
        }

        return last == 0 ? null : address.Append(template, last, template.Length - last).ToString();
    }

    /// <summary>As people read it: <c>detail.html?id={id}</c>.</summary>
    public static string Shown(string template) => template.Replace(Open, '{').Replace(Close, '}');
}
