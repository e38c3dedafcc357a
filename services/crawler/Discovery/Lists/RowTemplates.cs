using System.Text.RegularExpressions;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// Learns from a page's scripts how rows become addresses: markup that a script joins (<c>'&lt;a href="detail.html?id=' + x.id + '"&gt;'</c>), handlers in such
/// markup, and functions that go to an address made of what they are given.
/// </summary>
internal static partial class RowTemplates
{
    /// <summary>Templates, the surest first; empty for a page whose scripts make no rows.</summary>
    public static IReadOnlyList<string> Of(ScriptProgram program)
    {
        var found = new List<string>();
        foreach (var tokens in Bodies(program))
            found.AddRange(Written(program, tokens));
        // location.href = 'detail?id=' + id, where nothing on the page tells the id.
        found.AddRange(program.Functions.Values.SelectMany(function => program.TargetsOf(function, RowTemplate.Field)).Concat(program.Targets(RowTemplate.Field))
            .Where(target => target.Use is ScriptUse.Navigate or ScriptUse.Open).Select(target => target.Address));
        return [.. found.Where(template => RowTemplate.Fields(template).Count > 0 && IsAddress(template)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<IReadOnlyList<ScriptToken>> Bodies(ScriptProgram program) => program.Functions.Values.Select(function => function.Body).Append(program.Running);

    // Every text that begins markup, joined with what follows it.
    private static IEnumerable<string> Written(ScriptProgram program, IReadOnlyList<ScriptToken> tokens)
    {
        var reader = new ScriptExpression(program.Values, RowTemplate.Field);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != ScriptTokenKind.Text || !tokens[at].Text.Contains('<', StringComparison.Ordinal) || at > 0 && tokens[at - 1].IsSign("+"))
                continue;
            if (reader.Read(tokens, at, out _) is not { } markup || !markup.Contains(RowTemplate.Open, StringComparison.Ordinal))
                continue;
            foreach (Match match in Address().Matches(markup))
                yield return HtmlEntity.DeEntitize(match.Groups["href"].Value);
            foreach (Match match in Handler().Matches(markup))
                foreach (var target in program.TargetsOf(HtmlEntity.DeEntitize(match.Groups["code"].Value)))
                    yield return target.Address;
        }
    }

    private static bool IsAddress(string template) =>
        template.IndexOf(RowTemplate.Open, StringComparison.Ordinal) > 0 && template.AsSpan().ContainsAny('/', '?', '.') && !template.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""href\s*=\s*(?:"(?<href>[^"<>]+)"|'(?<href>[^'<>]+)'|(?<href>[^\s"'<>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("""onclick\s*=\s*(?:"(?<code>[^"<>]+)"|'(?<code>[^'<>]+)')""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();
}
