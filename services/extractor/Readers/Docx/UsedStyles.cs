using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>
/// The styles of a Word file that its text has, and what these are based on: programs write every style that they know, and the conditional formats of
/// their hundred table styles are nine tenths of the part.
/// </summary>
internal sealed class UsedStyles
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Of files saved as strict Open XML, which the library turns into the other one where it loads a whole part.</summary>
    private const string StrictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Styles may be based on each other in a circle.</summary>
    public const int DeepestBase = 16;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <param name="text">What has the styles.</param>
    /// <inheritdoc cref="PartBounds.Read" path="/exception"/>
    public UsedStyles(StyleDefinitionsPart? part, IEnumerable<OpenXmlElement> text, PartBounds bounds)
    {
        if (part is null)
            return;
        var wanted = text.SelectMany(holder => holder.Descendants()).Select(NamedBy).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // What a style is based on may stand before it, and is known to be wanted only then.
        for (var depth = 0; depth < DeepestBase && Load(part, wanted, bounds); depth++)
            wanted.UnionWith(_styles.Values.Select(style => style.BasedOn?.Val?.Value).OfType<string>());
    }

    /// <summary>By their ids; of several with one id the first.</summary>
    public IReadOnlyDictionary<string, Style> Styles => _styles;

    /// <summary>How text looks where no style says it; null where the file does not tell.</summary>
    public DocDefaults? Defaults { get; private set; }

    private static string? NamedBy(OpenXmlElement element) => element switch
    {
        ParagraphStyleId style => style.Val?.Value,
        RunStyle style => style.Val?.Value,
        TableStyle style => style.Val?.Value,
        _ => null,
    };

    /// <returns>Whether there were styles that were not there before and that are based on others which are not there.</returns>
    private bool Load(StyleDefinitionsPart part, HashSet<string> wanted, PartBounds bounds)
    {
        var before = _styles.Count;
        using var reader = PartBounds.Xml(part);
        var isThere = bounds.Read(reader);
        while (isThere)
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, NamespaceURI: Namespace or StrictNamespace } && Taken(reader, wanted) is { } take)
            {
                take(bounds.Element(reader).Replace(StrictNamespace, Namespace, StringComparison.Ordinal));
                isThere = !reader.EOF;
            }
            else
            {
                isThere = bounds.Read(reader);
            }
        }

        return _styles.Count > before && _styles.Values.Any(style => style.BasedOn?.Val?.Value is { } id && !_styles.ContainsKey(id));
    }

    /// <returns>Takes the element's markup; null where it is not wanted.</returns>
    private Action<string>? Taken(XmlReader element, HashSet<string> wanted) => element.LocalName switch
    {
        "docDefaults" when Defaults is null => markup => Defaults = new DocDefaults(markup),
        // What is used is based on the default ones.
        "style" when element.GetAttribute("styleId", element.NamespaceURI) is { } id && !_styles.ContainsKey(id) && (wanted.Contains(id) || element.GetAttribute("default", element.NamespaceURI) is not null) => markup => _styles.Add(id, new Style(markup)),
        _ => null,
    };
}
