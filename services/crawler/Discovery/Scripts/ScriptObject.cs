using System.Text;
using System.Text.Json;
using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>Writes an object of a script as JSON, as a page sends it in the body of a request. Members that cannot be worked out are left out.</summary>
internal static class ScriptObject
{
    // Deeper ones are no bodies of list requests.
    private const int Deepest = 6;

    // Longer ones hold the rows of a list, or a library.
    private const int MostTokens = 400;

    /// <param name="at">Position of its opening brace or bracket, or of a name that holds JSON.</param>
    /// <returns>Null when nothing there is an object.</returns>
    public static string? Json(IReadOnlyList<ScriptToken> tokens, int at, IReadOnlyDictionary<string, string> names)
    {
        if (at < tokens.Count && tokens[at].Kind == ScriptTokenKind.Name && names.GetValueOrDefault(tokens[at].Text) is { } held && held.StartsWith('{'))
            return held;
        var json = new StringBuilder();
        return Write(tokens, ref at, names, json, 0) ? json.ToString() : null;
    }

    /// <summary>Takes what an object holds into the values of a program: the whole as JSON under its name, plain members as <c>name.member</c>.</summary>
    /// <param name="at">Position of its opening brace.</param>
    public static void Take(IReadOnlyList<ScriptToken> tokens, int at, string name, Dictionary<string, string> values)
    {
        var close = ScriptProgram.Closing(tokens, at, "{", "}");
        if (close < 0 || close - at > MostTokens)
            return;
        if (Json(tokens, at, values) is { Length: > 2 } json)
            values.TryAdd(name, json);
        var reader = new ScriptExpression(values);
        for (var member = at + 1; member + 2 < close; member++)
        {
            if (!tokens[member + 1].IsSign(":"))
                continue;
            var key = tokens[member].Text;
            if (tokens[member + 2].IsSign("{"))
                Take(tokens, member + 2, $"{name}.{key}", values);
            if (tokens[member + 2].Text is "{" or "[" && tokens[member + 2].Kind == ScriptTokenKind.Sign)
                member = ScriptProgram.Closing(tokens, member + 2, tokens[member + 2].Text, tokens[member + 2].Text == "{" ? "}" : "]") is > 0 and var inner ? inner : close;
            else if (reader.Read(tokens, member + 2, out member) is { } value)
                values.TryAdd($"{name}.{key}", value);
        }
    }

    private static bool Write(IReadOnlyList<ScriptToken> tokens, ref int at, IReadOnlyDictionary<string, string> names, StringBuilder json, int depth)
    {
        if (depth > Deepest || at >= tokens.Count || !(tokens[at].IsSign("{") || tokens[at].IsSign("[")))
            return false;
        var isObject = tokens[at].IsSign("{");
        var close = ScriptProgram.Closing(tokens, at, isObject ? "{" : "[", isObject ? "}" : "]");
        if (close < 0)
            return false;
        json.Append(isObject ? '{' : '[');
        var isFirst = true;
        for (at++; at < close;)
        {
            var name = "";
            if (isObject)
            {
                // {page, size: 5}: a name alone is its own value.
                if (tokens[at].Kind == ScriptTokenKind.Sign)
                {
                    at++;
                    continue;
                }

                name = tokens[at].Text;
                at += at + 1 < close && tokens[at + 1].IsSign(":") ? 2 : 0;
            }

            var value = new StringBuilder();
            if (Value(tokens, ref at, names, value, name, depth))
            {
                json.Append(isFirst ? "" : ",").Append(isObject ? JsonSerializer.Serialize(name) + ":" : "").Append(value);
                isFirst = false;
            }

            while (at < close && !tokens[at].IsSign(","))
                at++;
            at++;
        }

        at = close + 1;
        json.Append(isObject ? '}' : ']');
        return true;
    }

    private static bool Value(IReadOnlyList<ScriptToken> tokens, ref int at, IReadOnlyDictionary<string, string> names, StringBuilder json, string name, int depth)
    {
        if (tokens[at].IsSign("{") || tokens[at].IsSign("["))
            return Write(tokens, ref at, names, json, depth + 1);
        var isLiteral = tokens[at].Kind == ScriptTokenKind.Number || tokens[at].Kind == ScriptTokenKind.Name && tokens[at].Text is "true" or "false" or "null";
        var first = tokens[at].Text;
        var text = new ScriptExpression(names).Read(tokens, at, out at) ?? (isLiteral ? first : PageFields.IsPage(name) ? "1" : null);
        if (text is null)
            return false;
        // A variable's value has lost its kind: what counts pages or rows is a number.
        var isNumber = isLiteral || text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit) && (PageFields.IsPage(name) || PageFields.IsSize(name) || PageFields.IsOffset(name));
        json.Append(isNumber ? text : JsonSerializer.Serialize(text));
        return true;
    }
}
