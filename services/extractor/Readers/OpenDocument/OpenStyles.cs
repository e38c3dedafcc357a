using System.Collections.Frozen;
using System.Xml.Linq;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>What styles say that changes what is read: hidden and crossed-out text, hidden sheets, borders. Styles without a say of their own have their parents'.</summary>
internal sealed class OpenStyles
{
    // A chain of parents is a few long; one in a circle ends here.
    private const int LongestChain = 20;

    private static readonly string[] Sides = ["border", "border-top", "border-bottom", "border-left", "border-right"];

    private readonly FrozenDictionary<string, XElement> _styles;

    private OpenStyles(FrozenDictionary<string, XElement> styles) => _styles = styles;

    public static OpenStyles Of(XElement content, XElement? styles) => new(
        new[] { content, styles }.OfType<XElement>().SelectMany(root => root.Descendants(OpenNames.Style + "style"))
            .Where(style => style.Attribute(OpenNames.Style + "name") is not null)
            .GroupBy(style => Key(style.Attribute(OpenNames.Style + "family")?.Value, style.Attribute(OpenNames.Style + "name")!.Value))
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));

    /// <summary>Whether text of this style is not to be read: hidden, or crossed out.</summary>
    /// <param name="family"><c>text</c> or <c>paragraph</c>.</param>
    public bool HidesText(string family, string? style) =>
        Property(family, style, OpenNames.Text + "display") == "none" || Property(family, style, OpenNames.Style + "text-line-through-style") is not (null or "none");

    public bool HidesTable(string? style) => Property("table", style, OpenNames.Table + "display") == "false";

    public bool HasBorder(string? style) =>
        Sides.Any(side => Property("table-cell", style, OpenNames.Fo + side) is not (null or "none"));

    private string? Property(string family, string? style, XName name)
    {
        for (var (i, next) = (0, style); next is not null && i < LongestChain && _styles.TryGetValue(Key(family, next), out var found); i++)
        {
            if (found.Elements().Attributes(name).FirstOrDefault() is { } property)
                return property.Value;
            next = found.Attribute(OpenNames.Style + "parent-style-name")?.Value;
        }
        return null;
    }

    private static string Key(string? family, string name) => family + "\n" + name;
}
