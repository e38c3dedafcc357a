using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>Text of a page that no layout of its markup shows: in scripts, in templates, in shadow trees, in attributes that scripts read.</summary>
internal static partial class UndrawnText
{
    /// <summary>Characters: the data of a table with its program around it.</summary>
    private const int Most = 2_000_000;

    /// <summary>Empty for a page without a script or a shadow tree.</summary>
    public static string Of(IDocument document)
    {
        var parts = document.QuerySelectorAll("script:not([src]),template").Select(element => element.LocalName == "template" ? Content(element) : element.TextContent).Where(text => text.Length > 0).ToList();
        return parts.Count == 0 ? "" : Escapes().Replace(string.Join('\n', parts)[..Math.Min(Most, parts.Sum(part => part.Length))], escape => ((char)int.Parse(escape.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
    }

    /// <summary>Markup in a template, which is no child of it.</summary>
    public static string Content(IElement template) => template is IHtmlTemplateElement { Content: { } content } ? content.ToHtml() : template.InnerHtml;

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
