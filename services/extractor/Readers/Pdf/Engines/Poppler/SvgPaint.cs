using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>How a path is painted. Old versions of cairo write a style, new ones attributes.</summary>
/// <param name="IsStroked">Stroked with something that shows on white paper.</param>
/// <param name="IsFilled">Filled likewise.</param>
internal sealed partial record SvgPaint(bool IsStroked, bool IsFilled)
{
    /// <returns>Null when nothing shows.</returns>
    public static SvgPaint? Of(XmlReader path)
    {
        var style = path.GetAttribute("style") ?? "";
        string? Property(string name) => path.GetAttribute(name)
            ?? style.Split(';').Select(part => part.Split(':', 2, StringSplitOptions.TrimEntries)).FirstOrDefault(pair => pair.Length == 2 && pair[0] == name)?[1];
        var stroked = Shows(Property("stroke"), Property("stroke-opacity"));
        var filled = Shows(Property("fill"), Property("fill-opacity"));
        return stroked || filled ? new SvgPaint(stroked, filled) : null;
    }

    private static bool Shows(string? colour, string? opacity) =>
        colour is not (null or "none") && !IsWhite(colour)
        && !(double.TryParse(opacity, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value < 0.05);

    /// <summary>White lines rule nothing that a reader of the page sees; 98 % allows for rounding in colour conversion.</summary>
    private static bool IsWhite(string colour) =>
        Percentages().Matches(colour) is { Count: 3 } parts
        && parts.All(part => double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) >= 98);

    [GeneratedRegex(@"([\d.]+)%")]
    private static partial Regex Percentages();
}
