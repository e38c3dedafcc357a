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
    /// <param name="inFrames">Whether an address that a frame is sent to counts too.</param>
    public static IReadOnlyList<string> Of(ScriptProgram program, bool inFrames = false)
    {
        var found = new List<string>();
        var names = WithCarried(program);
        foreach (var tokens in Bodies(program))
            found.AddRange(Written(program, tokens));
        // location.href = 'detail?id=' + id, where nothing on the page tells the id.
        found.AddRange(program.Functions.Values.SelectMany(function => program.TargetsOf(function, RowTemplate.Field, names)).Concat(program.Targets(RowTemplate.Field, names))
            .Where(target => target.Use is ScriptUse.Navigate or ScriptUse.Open || inFrames && target.Use == ScriptUse.Frame).Select(target => target.Address));
        return [.. found.Where(template => RowTemplate.Fields(template).Count > 0 && IsAddress(template)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The page's variables and those that hold what a row carries: <c>var id = $(this).data('id')</c>.</summary>
    internal static Dictionary<string, string> WithCarried(ScriptProgram program)
    {
        var names = new Dictionary<string, string>(program.Values, StringComparer.Ordinal);
        var reader = new ScriptExpression(program.Values, RowTemplate.Field);
        foreach (var tokens in Bodies(program))
            for (var at = 1; at + 2 < tokens.Count; at++)
                if (tokens[at].Kind == ScriptTokenKind.Name && tokens[at + 1].IsSign("=") && !tokens[at - 1].IsSign(".") && reader.Read(tokens, at + 2, out _) is { } value
                    && RowTemplate.Fields(value) is [var name] && RowTemplate.IsCarried(name))
                    names.TryAdd(tokens[at].Text, value);
        return names;
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
                foreach (var target in program.TargetsOf(HtmlEntity.DeEntitize(match.Groups["code"].Value)).Where(target => target.Use != ScriptUse.Submit))
                    yield return target.Address;
        }
    }

    // A route behind the hash sign is the same page for every row.
    private static bool IsAddress(string template) =>
        template.IndexOf(RowTemplate.Open, StringComparison.Ordinal) is > 0 and var field && !template.AsSpan(0, field).Contains('#') && template.AsSpan().ContainsAny('/', '?', '.') && !template.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""href\s*=\s*(?:"(?<href>[^"<>]+)"|'(?<href>[^'<>]+)'|(?<href>[^\s"'<>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("""onclick\s*=\s*(?:"(?<code>[^"<>]+)"|'(?<code>[^'<>]+)')""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();
}
