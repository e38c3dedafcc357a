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
    private readonly FrozenSet<string> _decimals;

    private OpenStyles(FrozenDictionary<string, XElement> styles, FrozenSet<string> decimals) => (_styles, _decimals) = (styles, decimals);

    public static OpenStyles Of(XElement content, XElement? styles)
    {
        XElement[] roots = styles is null ? [content] : [content, styles];
        return new OpenStyles(
            roots.SelectMany(root => root.Descendants(OpenNames.Style + "style"))
                .Where(style => style.Attribute(OpenNames.Style + "name") is not null)
                .GroupBy(style => Key(style.Attribute(OpenNames.Style + "family")?.Value, style.Attribute(OpenNames.Style + "name")!.Value))
                .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal),
            roots.SelectMany(root => root.Descendants(OpenNames.Number + "number"))
                .Where(number => number.Attribute(OpenNames.Number + "decimal-places") is not null)
                .Select(number => number.Parent?.Attribute(OpenNames.Style + "name")?.Value).OfType<string>()
                .ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Whether text of this style is not to be read: hidden, or crossed out.</summary>
    /// <param name="family"><c>text</c> or <c>paragraph</c>.</param>
    public bool HidesText(string family, string? style) =>
        Property(family, style, OpenNames.Text + "display") == "none" || Property(family, style, OpenNames.Style + "text-line-through-style") is not (null or "none");

    public bool HidesTable(string? style) => Property("table", style, OpenNames.Table + "display") == "false";

    public bool HasBorder(string? style) =>
        Sides.Any(side => Property("table-cell", style, OpenNames.Fo + side) is not (null or "none"));

    /// <summary>Whether the format of a cell says how many decimals of a number it shows.</summary>
    public bool SaysDecimals(string? style) => Chain("table-cell", style).Select(one => one.Attribute(OpenNames.Style + "data-style-name")?.Value).FirstOrDefault(format => format is not null) is { } format && _decimals.Contains(format);

    private string? Property(string family, string? style, XName name) =>
        Chain(family, style).Select(one => one.Elements().Attributes(name).FirstOrDefault()).FirstOrDefault(property => property is not null)?.Value;

    private IEnumerable<XElement> Chain(string family, string? style)
    {
        for (var (i, next) = (0, style); next is not null && i < LongestChain && _styles.TryGetValue(Key(family, next), out var found); i++)
        {
            yield return found;
            next = found.Attribute(OpenNames.Style + "parent-style-name")?.Value;
        }
    }

    private static string Key(string? family, string name) => family + "\n" + name;
}
