using System.Globalization;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>A loop that counts between numbers that are known, <c>for (var y = 2025; y >= 2019; y--) { … }</c>, as scripts write years and pages.</summary>
/// <param name="Counter">Name of the variable that counts.</param>
/// <param name="Values">What it takes on, in order.</param>
/// <param name="Start">Position of the first token of the body.</param>
/// <param name="End">Position after its last.</param>
internal sealed record ScriptLoop(string Counter, IReadOnlyList<string> Values, int Start, int End)
{
    // Years, pages, months; more are no links.
    private const int MostRounds = 60;

    /// <summary>The loops of a run of tokens whose bounds are known.</summary>
    public static IEnumerable<ScriptLoop> In(IReadOnlyList<ScriptToken> tokens, IReadOnlyDictionary<string, string> names)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
            if (tokens[at].IsName("for") && tokens[at + 1].IsSign("(") && Of(tokens, at + 2, names) is { } loop)
                yield return loop;
    }

    private static ScriptLoop? Of(IReadOnlyList<ScriptToken> tokens, int at, IReadOnlyDictionary<string, string> names)
    {
        var close = ScriptProgram.Closing(tokens, at - 1, "(", ")");
        if (tokens[at].Text is "var" or "let")
            at++;
        if (close < at + 9 || tokens[at].Kind != ScriptTokenKind.Name || !tokens[at + 1].IsSign("="))
            return null;
        var (counter, reader) = (tokens[at].Text, new ScriptExpression(names));
        if (!int.TryParse(reader.Read(tokens, at + 2, out at), NumberStyles.None, CultureInfo.InvariantCulture, out var first) || at + 3 >= close || !tokens[at + 1].IsName(counter))
            return null;
        var bound = tokens[at + 2].Text;
        if (!int.TryParse(reader.Read(tokens, at + 3, out at), NumberStyles.None, CultureInfo.InvariantCulture, out var last) || !tokens[at].IsSign(";"))
            return null;
        var step = Enumerable.Range(at + 1, close - at - 1).Any(i => tokens[i].IsSign("++")) ? 1 : Enumerable.Range(at + 1, close - at - 1).Any(i => tokens[i].IsSign("--")) ? -1 : 0;
        bool Holds(int value) => bound switch { "<" => value < last, "<=" => value <= last, ">" => value > last, ">=" => value >= last, _ => false };
        var values = new List<string>();
        for (var value = first; step != 0 && Holds(value) && values.Count < MostRounds; value += step)
            values.Add(value.ToString(CultureInfo.InvariantCulture));
        return values.Count == 0 || close + 1 >= tokens.Count ? null : new(counter, values, close + 1, BodyEnd(tokens, close + 1));
    }

    private static int BodyEnd(IReadOnlyList<ScriptToken> tokens, int start)
    {
        if (tokens[start].IsSign("{"))
            return ScriptProgram.Closing(tokens, start, "{", "}") is > 0 and var close ? close + 1 : tokens.Count;
        var end = start;
        while (end < tokens.Count && !tokens[end].IsSign(";"))
            end++;
        return end;
    }
}
