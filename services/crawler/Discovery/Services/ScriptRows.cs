using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>
/// Rows that a page's script holds as objects or arrays, for lists and menus that it writes itself: <c>var list = [{"title": "…", "url": "…"}, …]</c>. An object
/// counts when it names both an address and a title: the settings of a request have no title.
/// </summary>
internal sealed class ScriptRows : ILinkFinder
{
    private const int MostColumns = 20;

    public IEnumerable<FoundLink> Find(PageView page)
    {
        var tokens = page.Program.Running;
        var bare = new List<IReadOnlyList<KeyValuePair<string, string>>>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var texts = tokens[at].IsSign("{") ? Texts(page, tokens, at + 1) : [];
            if (texts.Count > 1)
                bare.Add(texts);
            var row = texts.Count > 0 ? JsonRow.Read(texts) : tokens[at].IsSign("[") ? ArrayRow(tokens, at + 1) : IsCall(tokens, at) ? NodeRow(tokens, at + 1) : null;
            if (row is not { Title.Length: > 1 })
                continue;
            if (page.Link(row.Address, row.Title, LinkKind.Page, "script-rows") is { } link && !FileAddress.IsMedia(link.Url))
                yield return FileAddress.IsDocument(link.Url) ? link with { Kind = LinkKind.Attachment } : link;
        }

        foreach (var link in Numbered(page, bare).Concat(tokens.Where(token => token.Kind == ScriptTokenKind.Text).SelectMany(token => DelimitedRows.Of(page, token.Text))))
            yield return link;
    }

    // {id: 12, name: '政府信息公开年报'}, whose click goes to list.jsp?node= and the number: those that name reports, where others lead elsewhere.
    private static IEnumerable<FoundLink> Numbered(PageView page, List<IReadOnlyList<KeyValuePair<string, string>>> rows)
    {
        var named = rows.Where(row => JsonRow.NameIn(row) is var name && (ReportWords.NamesReport(name) || ReportWords.NamesAnnual(name))).ToList();
        if (named.Count == 0)
            return [];
        foreach (var template in RowTemplates.Of(page.Program, inFrames: true))
        {
            string? Address(IReadOnlyList<KeyValuePair<string, string>> row) => RowTemplate.Fill(template, field => row.FirstOrDefault(text => text.Key == field).Value);
            if (rows.Select(Address).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1)
                return named.Select(row => page.Link(Address(row), JsonRow.NameIn(row), LinkKind.Page, "script-rows-numbered")).OfType<FoundLink>();
        }

        return [];
    }

    private static bool IsCall(IReadOnlyList<ScriptToken> tokens, int at) => at > 0 && tokens[at].IsSign("(") && tokens[at - 1].Kind == ScriptTokenKind.Name;

    // d.add(12, 1, '政府信息公开年报', 'list.jsp?id=12', '', 'main'): a node of a tree. Calls say other things too, so only what names reports, or the way to them.
    private static JsonRow? NodeRow(IReadOnlyList<ScriptToken> tokens, int at) =>
        ArrayRow(tokens, at) is { } row && (ReportWords.NamesReport(row.Title) || ReportWords.NamesAnnual(row.Title) || ReportWords.NamesDisclosure(row.Title) || ReportWords.NamesOneBody(row.Title)) ? row : null;

    // ['title', 'url', 'date']: one text is an address, and another is written in Chinese.
    private static JsonRow? ArrayRow(IReadOnlyList<ScriptToken> tokens, int at)
    {
        var texts = new List<KeyValuePair<string, string>>();
        for (; at + 1 < tokens.Count && tokens[at].Kind is ScriptTokenKind.Text or ScriptTokenKind.Number && texts.Count < MostColumns; at += 2)
        {
            var text = tokens[at].Text;
            texts.Add(new(text.Any(c => c is >= '\u4E00' and <= '\u9FFF') && !texts.Any(other => other.Key == "title") ? "title" : "", text));
            if (!tokens[at + 1].IsSign(","))
                return tokens[at + 1].Text is "]" or ")" ? JsonRow.Read(texts) : null;
        }

        return null;
    }

    // The members of one object whose value is a plain text; those of objects within it are looked at by themselves.
    private static List<KeyValuePair<string, string>> Texts(PageView page, IReadOnlyList<ScriptToken> tokens, int at)
    {
        var texts = new List<KeyValuePair<string, string>>();
        var reader = new ScriptExpression(page.Program.Values);
        while (at + 2 < tokens.Count && tokens[at].Kind is ScriptTokenKind.Name or ScriptTokenKind.Text && tokens[at + 1].IsSign(":"))
        {
            var name = tokens[at].Text;
            if (tokens[at + 2].Text is "[" or "{" && tokens[at + 2].Kind == ScriptTokenKind.Sign)
            {
                var inner = ScriptProgram.Closing(tokens, at + 2, tokens[at + 2].Text, tokens[at + 2].Text == "[" ? "]" : "}");
                if (inner < 0)
                    break;
                at = inner + 1;
            }
            else if (reader.Read(tokens, at + 2, out at) is { } value)
                texts.Add(new(name, value));
            if (at >= tokens.Count || !tokens[at].IsSign(","))
                break;
            at++;
        }

        return texts;
    }
}
