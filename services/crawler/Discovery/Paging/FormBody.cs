using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>A form of a page as it is sent: the fields that stand in it, with some set.</summary>
internal static class FormBody
{
    /// <param name="set">Fields that a script fills in, by name or id; those that the form lacks are added.</param>
    /// <returns>The link that sends the form, to its action and by its method; null when that cannot be followed.</returns>
    public static FoundLink? Link(PageView page, PageForm form, IReadOnlyList<KeyValuePair<string, string>> set, string text, LinkKind kind, string rule)
    {
        var fields = form.Inputs.Where(IsSent).Select(input => new KeyValuePair<string, string>(Name(input), Value(input)))
            .Concat(form.Choices.Where(choice => Name(choice).Length > 0).Select(choice => new KeyValuePair<string, string>(Name(choice), Chosen(choice)))).ToList();
        foreach (var (key, value) in set)
        {
            var name = form.Inputs.FirstOrDefault(input => Name(input) == key || input.GetAttributeValue("id", "") == key) is { } named && Name(named).Length > 0 ? Name(named) : key;
            var at = fields.FindIndex(field => field.Key == name);
            if (at < 0)
                fields.Add(new(name, value));
            else
                fields[at] = new(name, value);
        }

        var encoded = fields.Select(field => new KeyValuePair<string, string>(page.Escape(field.Key), page.Escape(field.Value)));
        var action = HtmlEntity.DeEntitize(form.Form.GetAttributeValue("action", "")) is { Length: > 0 } stated && !stated.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ? stated : page.Url.AbsoluteUri;
        if (form.Form.GetAttributeValue("method", "").Equals("post", StringComparison.OrdinalIgnoreCase))
            return page.Link(action, text, kind, rule) is { } posted && !FileAddress.IsMedia(posted.Url) ? posted with { Form = string.Join('&', encoded.Select(field => $"{field.Key}={field.Value}")) } : null;
        return page.Link(action.Split('?')[0] + QueryFields.Join(encoded), text, kind, rule);
    }

    /// <summary>Whether a field goes with a page that is turned: what a visitor ticks or keeps secret does not; a text field may hold the page's number.</summary>
    public static bool IsSent(HtmlNode input) => Name(input).Length > 0 && input.GetAttributeValue("type", "text").ToLowerInvariant() is "hidden" or "text";

    private static string Name(HtmlNode element) => HtmlEntity.DeEntitize(element.GetAttributeValue("name", ""));

    private static string Value(HtmlNode input) => HtmlEntity.DeEntitize(input.GetAttributeValue("value", ""));

    private static string Chosen(HtmlNode choice)
    {
        var options = choice.Descendants("option").ToList();
        return (options.Find(option => option.Attributes.Contains("selected")) ?? options.FirstOrDefault()) is { } option ? HtmlEntity.DeEntitize(option.GetAttributeValue("value", option.InnerText.Trim())) : "";
    }
}
