using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Scripts;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>
/// Services that the page's scripts ask for its rows (getJSON, ajax, fetch, …), frames that they fill and markup that they write. When no
/// service is asked at once, those of functions are taken: a pager in another file calls them.
/// </summary>
internal sealed class ScriptRequests : ILinkFinder
{
    /// <summary>Of what the page asks for by itself.</summary>
    public const string Rule = "script-request";

    public IEnumerable<FoundLink> Find(PageView page)
    {
        var asked = page.Program.Targets().Where(IsData).ToList();
        if (asked.Count == 0)
            asked = [.. page.Program.Functions.Values.SelectMany(function => page.Program.TargetsOf(function)).Where(IsData)];
        foreach (var target in asked.DistinctBy(target => (target.Address, target.Form)))
            if (page.Request(target, "", Rule) is { } link && !FileAddress.IsMedia(link.Url))
                yield return link;
        foreach (var link in Written(page))
            yield return link;
    }

    private static string Hidden(string text) => text.Contains("%3c", StringComparison.OrdinalIgnoreCase) ? EscapedText.Decode(text) : Base64Text.Decode(text) ?? "";

    private static bool IsData(ScriptTarget target) => target.Use is ScriptUse.Request or ScriptUse.Frame;

    // document.write('<a href="…">…</a>'), also from base64, also joined with variables.
    private static IEnumerable<FoundLink> Written(PageView page)
    {
        var tokens = page.Program.Running;
        var loops = ScriptLoop.In(tokens, page.Program.Values).ToList();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != ScriptTokenKind.Text || at > 0 && tokens[at - 1].IsSign("+"))
                continue;
            var text = tokens[at].Text;
            var markups = text.Contains('<', StringComparison.Ordinal) ? Markup(page, loops.FindLast(loop => loop.Start <= at && at < loop.End), at) : [text.Length >= 40 ? Hidden(text) : ""];
            foreach (var markup in markups)
                if (markup.Contains("href=", StringComparison.OrdinalIgnoreCase) && markup.Contains("<a", StringComparison.OrdinalIgnoreCase) || markup.Contains("frame", StringComparison.OrdinalIgnoreCase) && markup.Contains("src=", StringComparison.OrdinalIgnoreCase))
                    foreach (var link in Fragment.Links(page, markup, "script-markup"))
                        yield return link;
        }
    }

    // Once, or as often as the loop around it goes round.
    private static IEnumerable<string> Markup(PageView page, ScriptLoop? loop, int at)
    {
        var (tokens, names) = (page.Program.Running, page.Program.Values);
        return loop is null
            ? [new ScriptExpression(names).Read(tokens, at, out _) ?? tokens[at].Text]
            : loop.Values.Select(value => new ScriptExpression(new Dictionary<string, string>(names, StringComparer.Ordinal) { [loop.Counter] = value }).Read(tokens, at, out _) ?? tokens[at].Text).Distinct(StringComparer.Ordinal);
    }
}
