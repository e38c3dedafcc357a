using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// How the style sheet of an XML list makes the addresses of its rows: <c>&lt;a href="show/{@id}.html"&gt;</c>, or an <c>xsl:attribute</c> of texts and values. The sheet is
/// read, never run: a program of a site's own could keep the crawler busy for ever.
/// </summary>
internal static partial class SheetTemplates
{
    private const int LongestSheet = 512 << 10;

    private static readonly XNamespace Xsl = "http://www.w3.org/1999/XSL/Transform";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestSheet };

    /// <summary>The sheet that an XML text names for itself; null when it names none.</summary>
    public static string? Sheet(string xml) => Instruction().Match(xml) is { Success: true } match ? System.Net.WebUtility.HtmlDecode(match.Groups["href"].Value) : null;

    /// <returns>Empty for a sheet that makes no addresses, or is no well-formed XML.</returns>
    public static IReadOnlyList<string> Of(string sheet)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(sheet.TrimStart('\uFEFF', ' ', '\r', '\n', '\t')), Settings);
            return [.. XElement.Load(reader).Descendants().Where(element => element.Name.LocalName.Equals("a", StringComparison.OrdinalIgnoreCase)).Select(Address).OfType<string>()
                .Where(template => RowTemplate.Fields(template).Count > 0).Distinct(StringComparer.Ordinal)];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string? Address(XElement anchor) =>
        anchor.Attribute("href") is { } written ? Braces().Replace(written.Value, match => RowTemplate.Field(Name(match.Groups["path"].Value)))
        : anchor.Elements(Xsl + "attribute").FirstOrDefault(made => made.Attribute("name")?.Value == "href") is { } attribute ? Joined(attribute) : null;

    private static string? Joined(XElement attribute)
    {
        var address = new StringBuilder();
        foreach (var node in attribute.Nodes())
            if (node is XText text)
                address.Append(text.Value.Trim());
            else if (node is XElement element && element.Name == Xsl + "text")
                address.Append(element.Value);
            else if (node is XElement value && value.Name == Xsl + "value-of" && value.Attribute("select") is { } select && Path().IsMatch(select.Value))
                address.Append(RowTemplate.Field(Name(select.Value)));
            else if (node is XElement)
                return null;
        return address.ToString();
    }

    // ./@id, info/title: what it is called in the end.
    private static string Name(string path) => path[(path.LastIndexOfAny(['/', '@', ':']) + 1)..];

    [GeneratedRegex("""<\?xml-stylesheet\b[^>]*?\bhref\s*=\s*["'](?<href>[^"']+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"\{(?<path>[\w./@:-]*\w)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^[\w./@:-]*\w$")]
    private static partial Regex Path();
}
