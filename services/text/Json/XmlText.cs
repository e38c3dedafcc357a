using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Pipeline.Text.Json;

/// <summary>XML as services and feeds answer with it (records with CDATA, RSS, Atom), as JSON would say the same: an element is a field, several of one name a list.</summary>
public static class XmlText
{
    // Deeper ones are built to exhaust the stack.
    private const int Deepest = 25;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true };

    private static readonly HashSet<string> Markup = ["p", "div", "table", "span", "section", "article", "br", "h1", "h2", "h3"];

    /// <returns>Null for a text that is no XML, or a page.</returns>
    public static JsonElement? Fields(string text)
    {
        if (!text.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith("<", StringComparison.Ordinal))
            return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF').TrimStart()), Settings);
            return XElement.Load(reader) is var root && root.Name.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase) ? null
                : JsonSerializer.SerializeToElement(new JsonObject { [root.Name.LocalName] = Field(root, 0) });
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static JsonNode? Field(XElement element, int depth)
    {
        if (!element.HasElements || depth >= Deepest)
            return element.Value;
        if (element.Elements().Any(child => Markup.Contains(child.Name.LocalName)))
            return string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
        return new JsonObject(element.Elements().GroupBy(child => child.Name.LocalName)
            .Select(group => KeyValuePair.Create(group.Key, group.Count() == 1 ? Field(group.First(), depth + 1) : new JsonArray([.. group.Select(child => Field(child, depth + 1))]))));
    }
}
