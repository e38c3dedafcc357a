using System.Globalization;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>Finds what a script navigates to, opens or asks for, following calls of the page's own functions with their arguments.</summary>
/// <param name="globals">Values of the variables that every function sees.</param>
internal sealed class ScriptTargets(ScriptProgram program, IReadOnlyDictionary<string, string> globals, Func<string, string?>? unknown = null)
{
    // Deeper chains of calls are libraries, not pages.
    private const int DeepestCall = 3;

    public IEnumerable<ScriptTarget> In(IReadOnlyList<ScriptToken> tokens, IReadOnlyDictionary<string, string> names, int depth)
    {
        var scope = new ScriptScope(tokens, names, unknown);
        for (var at = 0; at < tokens.Count; at++)
        {
            at = DeviceConditions.After(tokens, at);
            if (at >= tokens.Count)
                yield break;
            if (tokens[at].Kind != ScriptTokenKind.Name)
                continue;
            if (TargetAt(scope, at) is { } target)
                yield return target;
            else if (ScriptSubmissions.At(scope, at) is { } submitted)
                yield return submitted;
            else if (depth < DeepestCall && scope.Sign(at + 1, "(") && (!scope.Sign(at - 1, ".") || scope.Name(at - 2, "this", "that", "self", "vm", "_this")) && program.Functions.TryGetValue(tokens[at].Text, out var function))
                foreach (var inner in In(function.Body, Bind(function, scope, at + 1), depth + 1))
                    yield return inner;
        }
    }

    private Dictionary<string, string> Bind(ScriptFunction function, ScriptScope scope, int open)
    {
        var bound = new Dictionary<string, string>(globals, StringComparer.Ordinal);
        var at = open + 1;
        foreach (var parameter in function.Parameters)
        {
            bound.Remove(parameter);
            if (at >= scope.Tokens.Count || scope.Sign(at, ")"))
                continue;
            var isElement = scope.Name(at, "this") && (scope.Sign(at + 1, ",") || scope.Sign(at + 1, ")"));
            if (isElement && globals.TryGetValue("this.value", out var chosen))
                bound[parameter + ".value"] = chosen;
            if (scope.Sign(at, "{") && ScriptProgram.Closing(scope.Tokens, at, "{", "}") is > 0 and var close)
            {
                ScriptObject.Take(scope.Tokens, at, parameter, bound);
                at = close + 1;
            }
            else if (scope.Value(at, out at) is { } value)
                bound[parameter] = value;
            at++;
        }

        TakeLocals(function.Body, bound);
        return bound;
    }

    private static void TakeLocals(IReadOnlyList<ScriptToken> body, Dictionary<string, string> bound)
    {
        // page++ before anything else: the first call asks for the number after the one that the script begins with.
        if (body.Count > 1 && (body[0].IsSign("++") ? body[1] : body[0]) is { Kind: ScriptTokenKind.Name } counted && (body[0].IsSign("++") || body[1].IsSign("++"))
            && bound.TryGetValue(counted.Text, out var before) && int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            bound[counted.Text] = (number + 1).ToString(CultureInfo.InvariantCulture);
        var locals = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + 3 < body.Count; at++)
            if (body[at].Kind == ScriptTokenKind.Name && body[at].Text is "var" or "let" or "const" && body[at + 2].IsSign("="))
            {
                locals.Add(body[at + 1].Text);
                if (new ScriptExpression(bound).Read(body, at + 3, out _) is { } value)
                    bound[body[at + 1].Text] = value;
                else if (body[at + 3].IsSign("{"))
                    ScriptObject.Take(body, at + 3, body[at + 1].Text, bound);
            }
            else if (body[at + 1].Kind == ScriptTokenKind.Name && locals.Contains(body[at + 1].Text) && !body[at].IsSign(".") && body[at + 2].Text is "=" or "+=" && new ScriptExpression(bound).Read(body, at + 3, out _) is { } added)
            {
                // url += '&page=' + n;  url = url.replace(…)
                bound[body[at + 1].Text] = body[at + 2].Text == "=" ? added : bound.GetValueOrDefault(body[at + 1].Text) + added;
            }
    }

    private static ScriptTarget? TargetAt(ScriptScope scope, int at)
    {
        switch (scope.Tokens[at].Text)
        {
            case "location" when scope.Sign(at + 1, "="):
                return scope.Target(at + 2, ScriptUse.Navigate);
            case "location" when scope.Sign(at + 1, ".") && scope.Name(at + 2, "href", "search") && scope.Sign(at + 3, "="):
                return scope.Target(at + 4, ScriptUse.Navigate);
            case "location" when scope.Sign(at + 1, ".") && scope.Name(at + 2, "replace", "assign") && scope.Sign(at + 3, "("):
                return scope.Target(at + 4, ScriptUse.Navigate);
            case "open" when scope.Sign(at + 1, "(") && (!scope.Sign(at - 1, ".") || scope.Name(at - 2, "window")):
                return scope.Target(at + 2, ScriptUse.Open);
            case "open" when scope.Sign(at + 1, "(") && scope.Sign(at - 1, ".") && scope.Sign(at + 3, ","):
                return scope.Target(at + 4, ScriptUse.Request) is { } opened ? opened with { Headers = ScriptHeaders.SetAfter(scope, at) } : null;
            // .load('list.html #rows'): which part of what comes is wanted stands behind a blank.
            case "load" when scope.Sign(at + 1, "(") && scope.Value(at + 2, out _) is { } loaded && loaded.IndexOf(" #", StringComparison.Ordinal) is > 0 and var part:
                return ScriptScope.Target(loaded[..part], ScriptUse.Request);
            case "getJSON" or "fetch" or "load" or "get" or "post" or "axios" or "request" when scope.Sign(at + 1, "(") && !scope.Sign(at + 2, "{"):
                return scope.Target(at + 2, ScriptUse.Request) is { } asked ? ScriptBodies.OfCall(asked, scope, at) : null;
            case "url" when scope.Sign(at + 1, ":") && !IsRow(scope, at):
                return scope.Target(at + 2, ScriptUse.Request) is { } ajax ? ScriptBodies.OfSettings(ajax, scope, at) : null;
            case "src" when scope.Sign(at + 1, "=") && scope.Sign(at - 1, "."):
                return scope.Target(at + 2, ScriptUse.Frame);
            default:
                return null;
        }
    }

    // {title: '…', url: '…'} is a row of a list, {url: '…', type: 'get', success: …} a request.
    private static bool IsRow(ScriptScope scope, int at)
    {
        var open = ScriptBodies.Opening(scope, at);
        var close = open < 0 ? -1 : ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        var isNamed = false;
        for (var i = open + 1; i < close; i++)
        {
            if (!scope.Sign(i + 1, ":"))
                continue;
            if (scope.Name(i, "type", "method", "data", "dataType", "success", "elem", "cols", "async"))
                return false;
            isNamed |= scope.Name(i, "title", "name", "text", "label") && i + 2 < close && scope.Tokens[i + 2].Kind == ScriptTokenKind.Text;
        }

        return isNamed;
    }
}
