using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>Attributes by names in lower case, as the parser keeps them: its own look-ups put the name into lower case for every element.</summary>
internal static class ElementAttributes
{
    /// <summary>Null where the element has none of that name.</summary>
    public static string? Value(this IElement element, string name) => element.Attributes.GetNamedItem(name)?.Value;

    public static bool Has(this IElement element, string name) => element.Attributes.GetNamedItem(name) is not null;
}
