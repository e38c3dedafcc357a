using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Paging;
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

    private static IEnumerable<FoundLink> Links(PageView page, PageForm form, HtmlNode choice) =>
        Options(choice).Select(option => (Option: option, Name: ElementName.Of(option))).Where(option => IsNamed(option.Name))
            .Select(option => FormBody.Link(page, form, [KeyValuePair.Create(Name(choice), HtmlEntity.DeEntitize(option.Option.GetAttributeValue("value", option.Name)))], option.Name, LinkKind.Page, "form-choice"))
            .OfType<FoundLink>();

    private static IEnumerable<HtmlNode> Options(HtmlNode choice) => choice.Descendants("option");

    private static string Name(HtmlNode element) => element.GetAttributeValue("name", "");
}
