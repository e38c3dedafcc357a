using System.Globalization;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Paging;

/// <summary>
/// Pagers that a script writes from numbers: <c>createPageHTML(15, 0, "index", "html")</c> with the current page counted from zero, or
/// <c>createPageHTML('page_div', 11, 1, 'list', 'shtml', 154)</c> counted from one. No anchors stand in the page.
/// </summary>
internal sealed class StaticSuffixPaging : ILinkFinder
{
    // More pages than any list of reports has: a wrong reading stays bounded.
    private const int MostPages = 500;

    public IEnumerable<FoundLink> Find(PageView page)
    {
        var tokens = page.Program.Running;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != ScriptTokenKind.Name || !tokens[at].Text.Contains("page", StringComparison.OrdinalIgnoreCase) || !tokens[at + 1].IsSign("("))
                continue;
            foreach (var link in Pages(page, Arguments(page, tokens, at + 2)))
                yield return link;
        }
    }

    private static List<string> Arguments(PageView page, IReadOnlyList<ScriptToken> tokens, int at)
    {
        var reader = new ScriptExpression(page.Program.Values);
        var arguments = new List<string>();
        while (at < tokens.Count && arguments.Count < 10)
        {
            arguments.Add(reader.Read(tokens, at, out var end) ?? "");
            if (end >= tokens.Count || !tokens[end].IsSign(","))
                break;
            at = end + 1;
        }

        return arguments;
    }

    private static IEnumerable<FoundLink> Pages(PageView page, List<string> arguments)
    {
        var ending = arguments.FindIndex(argument => argument.TrimStart('.').ToLowerInvariant() is "html" or "htm" or "shtml" or "jsp" or "shtm" or "jhtml");
        var numbers = arguments.Where(argument => int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        if (ending < 1 || numbers.Count < 2 || arguments[ending - 1] is not { Length: > 0 } stem || numbers[0] is < 2 or > MostPages)
            yield break;
        // A container named first goes with counting from one: then page 2 is _2, or _1 where the template counts files from zero.
        var fromOne = !int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        for (var number = 1; number <= (fromOne ? numbers[0] : numbers[0] - 1); number++)
            if (page.Link($"{stem}_{number.ToString(CultureInfo.InvariantCulture)}.{arguments[ending].TrimStart('.')}", "", LinkKind.Continuation, "static-suffix") is { } link)
                yield return link;
    }
}
