using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Paging;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>
/// Forms that a click fills in and sends: rows, years and bodies, and the next page. Of a pager only the next page is sent for: each page holds a state of its own,
/// and so each would ask for every other anew. A page that sends a form of hidden fields by itself asks its own question.
/// </summary>
internal sealed class SubmittedForms : ILinkFinder
{
    private const string Rule = "form-sent";

    // Fields that only a visitor fills in: such a form says something, and asks nothing.
    private static readonly HashSet<string> Personal = new(StringComparer.OrdinalIgnoreCase) { "password", "file", "email", "tel" };

    public IEnumerable<FoundLink> Find(PageView page)
    {
        if (page.Elements.Forms.Count == 0)
            yield break;
        foreach (var element in page.Elements.Anchors.Concat(page.Elements.Handlers))
            if (HandlerLinks.Code(element) is { Length: > 0 } code && ElementName.Of(element) is var name && Kind(name) is { } kind)
                foreach (var target in page.Program.TargetsOf(code))
                    if (target.Use == ScriptUse.Submit && Link(page, target, name, kind) is { } link)
                        yield return link;
        foreach (var target in page.Program.Targets())
            if (target.Use == ScriptUse.Submit && Sent(page, target) is { } form && form.Inputs.All(IsHidden) && form.Choices.Count == 0 && AsksForReports(page, form) && Link(page, target, "", LinkKind.Continuation) is { } link)
                yield return link;
    }

    // Sign-ins and challenges send themselves too.
    private static bool AsksForReports(PageView page, PageForm form) => form.Inputs.Select(input => HtmlEntity.DeEntitize(input.GetAttributeValue("value", ""))).Append(page.Elements.Title)
        .Any(said => ReportWords.NamesReport(said) || ReportWords.NamesAnnual(said));

    private static LinkKind? Kind(string name) =>
        PagerText.IsOnward(name) ? LinkKind.Continuation
        : ReportWords.NamesReport(name) || ReportWords.NamesAnnual(name) || ReportWords.IsYear(name) || ReportWords.NamesOneBody(name) ? LinkKind.Page : null;

    private static FoundLink? Link(PageView page, ScriptTarget target, string name, LinkKind kind) =>
        Sent(page, target) is { } form && !form.Inputs.Any(input => Personal.Contains(input.GetAttributeValue("type", ""))) ? FormBody.Link(page, form, Fields(target), name, kind, Rule) : null;

    // The form of that name, else the one that has the fields; with nothing to tell by, the only one.
    private static PageForm? Sent(PageView page, ScriptTarget target)
    {
        var forms = page.Elements.Forms;
        if (forms.FirstOrDefault(form => target.Address.Length > 0 && (form.Form.GetAttributeValue("name", "") == target.Address || form.Form.GetAttributeValue("id", "") == target.Address)) is { } named)
            return named;
        var fields = Fields(target);
        return fields.Count == 0 ? (forms.Count == 1 ? forms[0] : null) : forms.FirstOrDefault(form => fields.All(field => form.Inputs.Any(input => Is(input, field.Key))));
    }

    private static List<KeyValuePair<string, string>> Fields(ScriptTarget target) =>
        [.. QueryFields.Of(target.Form ?? "").Select(field => new KeyValuePair<string, string>(Uri.UnescapeDataString(field.Key), Uri.UnescapeDataString(field.Value)))];

    private static bool Is(HtmlNode input, string name) => input.GetAttributeValue("name", "") == name || input.GetAttributeValue("id", "") == name;

    private static bool IsHidden(HtmlNode input) => input.GetAttributeValue("type", "").Equals("hidden", StringComparison.OrdinalIgnoreCase);
}
