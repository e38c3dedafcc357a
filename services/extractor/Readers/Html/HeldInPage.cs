using System.Collections.Immutable;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>
/// Pages that a page holds without showing them itself: in the data and strings of its scripts, in templates, text fields and attributes, in inner
/// documents. Its script, or the browser, shows one of them; nothing here runs, so what is found is for a person to compare.
/// </summary>
internal static class HeldInPage
{
    /// <summary>Name of the page that the markup makes which lies in several places.</summary>
    public const string Together = "held";

    private const int Shortest = 300;

    /// <returns>Of each article in JSON a page; of all other markup one, in its order. Named by the places in the page.</returns>
    public static ImmutableArray<HeldPage> Of(IHtmlDocument document)
    {
        var pages = ImmutableArray.CreateBuilder<HeldPage>();
        var markup = new List<string>();
        var scripts = 0;
        foreach (var element in document.All.Concat(document.All.OfType<IHtmlTemplateElement>().SelectMany(template => template.Content.QuerySelectorAll("script"))))
        {
            scripts += element.LocalName == "script" ? 1 : 0;
            foreach (var page in Texts(element).SelectMany(HeldPages.In))
            {
                if (page.Field.Length > 0)
                    pages.Add(page with { Field = $"script {scripts}{page.Field}", Text = page.IsMarkup ? WithHead(document, page.Text) : page.Text });
                else if (page.IsMarkup && !markup.Contains(page.Text))
                    markup.Add(page.Text);
            }
        }
        if (markup.Count > 0)
            pages.Add(new HeldPage(Together, WithHead(document, $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n{string.Join('\n', markup)}\n</body></html>"), true));
        return pages.ToImmutable();
    }

    private static IEnumerable<string> Texts(IElement element) => element.LocalName switch
    {
        "script" when element.GetAttribute("type") is { Length: > 0 } type && !type.Contains("script", StringComparison.OrdinalIgnoreCase) && type != "module" => [element.TextContent],
        "script" => ScriptTexts.Of(element.TextContent),
        "template" => [UndrawnText.Content(element)],
        "textarea" or "noscript" or "xmp" => [element.TextContent],
        _ => element.Attributes.Where(attribute => attribute.Value.Length >= Shortest).Select(attribute => attribute.Value),
    };

    /// <summary>A page without a title has that of the page which holds it.</summary>
    private static string WithHead(IHtmlDocument document, string page) => page.Contains("<title>", StringComparison.Ordinal) ? page : page.Replace("</head>",
        $"<title>{WebUtility.HtmlEncode(document.Title)}</title>{string.Concat(document.Head?.QuerySelectorAll("meta[name]").Select(meta => meta.OuterHtml) ?? [])}</head>", StringComparison.Ordinal);
}
