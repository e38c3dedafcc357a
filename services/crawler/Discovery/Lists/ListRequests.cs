using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>Makes links of what a page's scripts ask for: with templates for rows that name no address, and with what counts the parts.</summary>
internal sealed class ListRequests(PageView page)
{
    // The surest ways to make an address of a row; more are those of other lists.
    private const int MostTemplates = 3;

    private readonly Lazy<string?> _rows = new(() => RowTemplates.Of(page.Program).Take(MostTemplates).Select(template => Absolute(page, template)).Concat(NodeRequest.Of(page.Program, address => Absolute(page, address))).Concat(CallTemplate.Of(page, address => Absolute(page, address))).ToList() is { Count: > 0 } rows ? string.Join('\n', rows) : null);
    private readonly Lazy<string?> _cookies = new(() => ScriptCookies.Of(page.Program));
    private readonly Lazy<IReadOnlyList<string>> _counting = new(() => CountingAddresses.Of(page.Program));

    /// <returns>Null when its address cannot be followed.</returns>
    public FoundLink? Link(ScriptTarget target, string text, string rule) =>
        page.Link(target.Address, text, LinkKind.Continuation, rule) is { } link
            ? link with { Form = target.Form, Headers = _cookies.Value is { } cookies ? string.Join('\n', new[] { target.Headers, "Cookie: " + cookies }.OfType<string>()) : target.Headers, Rows = _rows.Value, Counter = target.Form is null && ListCounter.Name(link.Url, null) is null ? Counter(target.Address) : null }
            : null;

    private string? Counter(string address) =>
        _counting.Value.FirstOrDefault(template => CountingAddresses.NumberIn(template, address) is 0 or 1) is { } fits && page.Link(fits, "", LinkKind.Continuation, "") is not null ? Absolute(page, fits) : null;

    // A template counts from the page, as the page's links do; its rows come from elsewhere.
    private static string Absolute(PageView page, string template) =>
        template.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? template
        : template.StartsWith('/') ? page.Base.GetLeftPart(UriPartial.Authority) + template
        : new Uri(page.Base, ".").GetLeftPart(UriPartial.Path) + template;
}
