using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>Forms in which a visitor chooses a year or a body and asks for its rows: <c>&lt;form&gt;&lt;select name="year"&gt;…&lt;input type="submit"&gt;</c>. Only such as ask with GET: what is posted may be more than a question.</summary>
internal sealed class FormChoices : ILinkFinder
{
    private const int FewestChoices = 2;

    // All bodies of a city.
    private const int MostChoices = 120;

    public IEnumerable<FoundLink> Find(PageView page) => page.Elements.Forms
        .Where(form => !form.Form.GetAttributeValue("method", "").Equals("post", StringComparison.OrdinalIgnoreCase) && form.Choices.Count > 0)
        .SelectMany(form => form.Choices.Where(choice => Name(choice).Length > 0 && Names(choice) is >= FewestChoices and <= MostChoices).Take(1).SelectMany(choice => Links(page, form, choice)));

    private static int Names(HtmlNode choice) => Options(choice).Count(option => IsNamed(ElementName.Of(option)));

    private static bool IsNamed(string name) => ReportWords.IsYear(name) || ReportWords.NamesOneBody(name);

    private static IEnumerable<FoundLink> Links(PageView page, PageForm form, HtmlNode choice)
    {
        var action = HtmlEntity.DeEntitize(form.Form.GetAttributeValue("action", "")) is { Length: > 0 } stated && !stated.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ? stated : page.Url.AbsolutePath;
        var hidden = form.Inputs.Where(input => Name(input).Length > 0 && input.GetAttributeValue("type", "text").Equals("hidden", StringComparison.OrdinalIgnoreCase))
            .Select(input => Field(Name(input), input.GetAttributeValue("value", ""))).ToList();
        foreach (var option in Options(choice).Where(option => IsNamed(ElementName.Of(option))))
        {
            var name = ElementName.Of(option);
            if (page.Link(action.Split('?')[0] + QueryFields.Join(hidden.Append(Field(Name(choice), option.GetAttributeValue("value", name)))), name, LinkKind.Page, "form-choice") is { } link)
                yield return link;
        }
    }

    private static IEnumerable<HtmlNode> Options(HtmlNode choice) => choice.Descendants("option");

    private static string Name(HtmlNode element) => element.GetAttributeValue("name", "");

    private static KeyValuePair<string, string> Field(string name, string value) => new(Uri.EscapeDataString(name), Uri.EscapeDataString(HtmlEntity.DeEntitize(value)));
}
