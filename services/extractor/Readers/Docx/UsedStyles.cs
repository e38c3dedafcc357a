using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>
/// The styles of a Word file without those of tables that no table has: programs write every style that they know, and the conditional formats of their
/// hundred table styles are nine tenths of the part.
/// </summary>
internal sealed class UsedStyles
{
    /// <summary>Styles may be based on each other in a circle.</summary>
    public const int DeepestBase = 16;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <param name="text">What holds the tables.</param>
    public UsedStyles(StyleDefinitionsPart? part, IEnumerable<OpenXmlElement> text)
    {
        if (part is null)
            return;
        var wanted = text.SelectMany(holder => holder.Descendants<TableStyle>()).Select(style => style.Val?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // What a style is based on may stand before it, and is known to be wanted only then.
        for (var depth = 0; depth < DeepestBase && Load(part, wanted); depth++)
            wanted.UnionWith(_styles.Values.Select(style => style.BasedOn?.Val?.Value).OfType<string>());
    }

    /// <summary>By their ids; of several with one id the first.</summary>
    public IReadOnlyDictionary<string, Style> Styles => _styles;

    /// <summary>How text looks where no style says it; null where the file does not tell.</summary>
    public DocDefaults? Defaults { get; private set; }

    /// <returns>Whether there were styles that were not there before and that are based on others which are not there.</returns>
    private bool Load(StyleDefinitionsPart part, HashSet<string> wanted)
    {
        var before = _styles.Count;
        using var reader = OpenXmlReader.Create(part);
        for (var isThere = reader.Read() && reader.ReadFirstChild(); isThere; isThere = reader.ReadNextSibling())
        {
            if (reader.ElementType == typeof(Style) && IsWanted(reader, wanted) && reader.LoadCurrentElement() is Style { StyleId.Value: { } id } style)
                _styles.TryAdd(id, style);
            else if (reader.ElementType == typeof(DocDefaults))
                Defaults ??= reader.LoadCurrentElement() as DocDefaults;
        }

        return _styles.Count > before && _styles.Values.Any(style => style.BasedOn?.Val?.Value is { } id && !_styles.ContainsKey(id));
    }

    // Tables name few styles, which are based on the default one.
    private bool IsWanted(OpenXmlReader style, HashSet<string> wanted) =>
        Attribute(style, "styleId") is { } id && !_styles.ContainsKey(id) && (Attribute(style, "type") != "table" || Attribute(style, "default") is not null || wanted.Contains(id));

    private static string? Attribute(OpenXmlReader element, string name) => element.Attributes.Where(attribute => attribute.LocalName == name).Select(attribute => attribute.Value).FirstOrDefault();
}
