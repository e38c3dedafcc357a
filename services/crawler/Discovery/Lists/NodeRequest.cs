using System.Text.Json;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Scripts;
using Pipeline.Crawler.Discovery.Services;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// What the click on a node of a tree asks a service for: <c>$.post('/list.do', {catalogId: node.id})</c>. A line among the templates of rows, which begins with a
/// word of its own: the address, then the fields that are posted.
/// </summary>
internal static class NodeRequest
{
    private const string Word = "ask ";

    // A tree and the list beside it; more are other parts of the page.
    private const int Most = 3;

    public static bool Is(string template) => template.StartsWith(Word, StringComparison.Ordinal);

    /// <summary>Templates of what the page's handlers ask for by something that a node tells. A function that only some click calls may do anything with a number.</summary>
    public static IReadOnlyList<string> Of(ScriptProgram program, Func<string, string> absolute)
    {
        var running = Running(program);
        return [.. program.Targets(RowTemplate.Field, null).Concat(program.Functions.Values.Where(function => function.Name.StartsWith("on", StringComparison.Ordinal) || running.Contains(function.Name)).SelectMany(function => program.TargetsOf(function, RowTemplate.Field)))
                .Where(target => target.Use == ScriptUse.Request).Select(target => (Address: RowTemplate.Unescaped(target.Address), Form: target.Form is null ? "" : " " + RowTemplate.Unescaped(target.Form)))
            .Where(target => RowTemplate.Fields(target.Address + target.Form).Count > 0 && target.Address[0] != RowTemplate.Open).Select(target => Word + absolute(target.Address) + target.Form).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>The request for what stands below a node; null where it names neither reports nor the way to them.</summary>
    /// <param name="asked">The request whose answer holds the node: one that has children is asked for there, one that has none elsewhere.</param>
    public static FoundLink? Link(JsonElement node, string template, ListRequest asked)
    {
        var name = JsonRow.TitleOf(node);
        if (!ReportWords.NamesReport(name) && !ReportWords.NamesAnnual(name) && !ReportWords.NamesDisclosure(name) && !ReportWords.NamesBody(name))
            return null;
        var parts = template[Word.Length..].Split(' ');
        var isParent = node.TryGetProperty("isParent", out var parent) && (parent.ValueKind == JsonValueKind.True || JsonList.Text(parent) == "true");
        if (!Uri.TryCreate(JsonList.Fill(node, parts[0]) ?? parts[0], UriKind.Absolute, out var url) || isParent != (url.AbsolutePath == asked.Url.AbsolutePath))
            return null;
        var form = parts.Length < 2 ? null : JsonList.Fill(node, parts[1]);
        return form is null && RowTemplate.Fields(parts[^1]).Count > 0 && parts.Length > 1 ? null : asked.Part(url, form, "node-request") with { Text = name };
    }

    // Functions that the page calls by itself, and those that they call: the router of an application shows its articles.
    private static HashSet<string> Running(ScriptProgram program)
    {
        var running = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<IReadOnlyList<ScriptToken>>([program.Running]);
        while (waiting.TryDequeue(out var tokens))
            for (var at = 0; at + 1 < tokens.Count; at++)
                if (tokens[at].Kind == ScriptTokenKind.Name && tokens[at + 1].IsSign("(") && program.Functions.TryGetValue(tokens[at].Text, out var function) && running.Add(function.Name))
                    waiting.Enqueue(function.Body);
        return running;
    }
}
