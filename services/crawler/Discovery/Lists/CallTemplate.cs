using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// What a function of the page does for the markup of an answer, whose rows call it: <c>onclick="toDetail('4701')"</c>, <c>href="javascript:bm(900)"</c>. A line among the
/// templates of rows, which begins with a word of its own: the function, the address with what it is given by position, then the fields that are posted.
/// </summary>
internal static class CallTemplate
{
    private const string Goes = "goes ";

    private const string Asks = "asks ";

    // The row, and the body or year above it; more are other parts of the page.
    private const int Most = 4;

    public static bool Is(string template) => template.StartsWith(Goes, StringComparison.Ordinal) || template.StartsWith(Asks, StringComparison.Ordinal);

    /// <summary>Templates of the functions that neither a script nor an element of the page calls: what remains is called by markup that is yet to come.</summary>
    public static IReadOnlyList<string> Of(PageView page, Func<string, string> absolute)
    {
        var program = page.Program;
        var clicks = page.Elements.Anchors.Concat(page.Elements.Handlers).Select(HandlerLinks.Code).Where(code => code.Length > 0).Select(ScriptTokens.Of);
        var called = program.Functions.Values.Select(function => function.Body).Append(program.Running).Concat(clicks).SelectMany(ScriptProgram.Calls).ToHashSet(StringComparer.Ordinal);
        return [.. program.Functions.Values.Where(function => function.Parameters.Count > 0 && !called.Contains(function.Name)).SelectMany(function => Of(program, function, absolute)).Take(Most)];
    }

    /// <summary>Where the rows of an answer's markup lead, by the functions that they call.</summary>
    public static IEnumerable<FoundLink> Links(PageView markup, ListRequest asked)
    {
        var templates = asked.Calls.Select(line => line.Split(' ')).ToLookup(parts => parts[1], StringComparer.Ordinal);
        if (templates.Count == 0)
            yield break;
        foreach (var element in markup.Elements.Anchors.Concat(markup.Elements.Handlers))
            if (HandlerLinks.Code(element) is { Length: > 0 } code && ScriptTokens.Of(code) is { Count: > 2 } call && call[1].IsSign("("))
                foreach (var parts in templates[call[0].Text])
                    if (Link(markup, element, parts, Arguments(call), asked) is { } link)
                        yield return link;
    }

    private static IEnumerable<string> Of(ScriptProgram program, ScriptFunction function, Func<string, string> absolute)
    {
        var given = function.Parameters.Select((name, at) => (Name: name, At: at)).ToLookup(parameter => parameter.Name, parameter => parameter.At, StringComparer.Ordinal);
        foreach (var target in program.TargetsOf(function, name => given.Contains(name) ? RowTemplate.Field($"{given[name].First()}") : null))
        {
            var form = target.Form is null ? "" : " " + RowTemplate.Unescaped(target.Form);
            if (target.Use is ScriptUse.Navigate or ScriptUse.Open or ScriptUse.Request && !target.Address.Any(char.IsWhiteSpace) && !form.AsSpan().TrimStart().ContainsAny(' ', '\n') && RowTemplate.Fields(RowTemplate.Unescaped(target.Address) + form).Count > 0 && target.Address[0] != RowTemplate.Open)
                yield return $"{(target.Use == ScriptUse.Request ? Asks : Goes)}{function.Name} {absolute(RowTemplate.Unescaped(target.Address))}{form}";
        }
    }

    private static FoundLink? Link(PageView markup, HtmlNode element, string[] parts, List<string> arguments, ListRequest asked)
    {
        string? Argument(string position) => int.TryParse(position, out var at) && at < arguments.Count ? arguments[at] : null;
        string? Filled(string text) => RowTemplate.Fields(text).Count == 0 ? text : RowTemplate.Fill(text, Argument);
        var name = ElementName.Of(element);
        if (Filled(parts[2]) is not { } address || markup.Link(address, name, LinkKind.Page, "call-template") is not { } link)
            return null;
        if (parts[0] == Goes.TrimEnd())
            return AnchorLinks.Sort(markup, link);
        // What a click asks a service for is asked where it names reports, or the way to them.
        if (!ReportWords.IsYear(name) && !ReportWords.NamesBody(name) && !ReportWords.NamesReport(name) && !ReportWords.NamesAnnual(name))
            return null;
        return parts.Length < 4 ? asked.Part(link.Url, null, "call-template") with { Text = name }
            : Filled(parts[3]) is { } form ? asked.Part(link.Url, form, "call-template") with { Text = name } : null;
    }

    private static List<string> Arguments(IReadOnlyList<ScriptToken> call)
    {
        var arguments = new List<string>();
        for (var at = 2; at + 1 < call.Count && call[at].Kind != ScriptTokenKind.Sign; at += 2)
        {
            arguments.Add(call[at].Text);
            if (!call[at + 1].IsSign(","))
                break;
        }

        return arguments;
    }
}
