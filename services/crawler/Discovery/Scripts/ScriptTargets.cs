using System.Buffers;
using System.Text;
using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>Finds what a script navigates to, opens or asks for, following calls of the page's own functions with their arguments.</summary>
internal sealed class ScriptTargets(ScriptProgram program)
{
    // Deeper chains of calls are libraries, not pages.
    private const int DeepestCall = 3;

    public IEnumerable<ScriptTarget> In(IReadOnlyList<ScriptToken> tokens, IReadOnlyDictionary<string, string> names, int depth)
    {
        var scope = new Scope(tokens, names);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != ScriptTokenKind.Name)
                continue;
            if (TargetAt(scope, at) is { } target)
                yield return target;
            else if (depth < DeepestCall && scope.Sign(at + 1, "(") && !scope.Sign(at - 1, ".") && program.Functions.TryGetValue(tokens[at].Text, out var function))
                foreach (var inner in In(function.Body, Bind(function, scope, at + 1), depth + 1))
                    yield return inner;
        }
    }

    private Dictionary<string, string> Bind(ScriptFunction function, Scope scope, int open)
    {
        var bound = new Dictionary<string, string>(program.Values, StringComparer.Ordinal);
        var at = open + 1;
        foreach (var parameter in function.Parameters)
        {
            bound.Remove(parameter);
            if (at >= scope.Tokens.Count || scope.Sign(at, ")"))
                continue;
            if (scope.Value(at, out at) is { } value)
                bound[parameter] = value;
            at++;
        }

        TakeLocals(function.Body, bound);
        return bound;
    }

    private static void TakeLocals(IReadOnlyList<ScriptToken> body, Dictionary<string, string> bound)
    {
        for (var at = 0; at + 3 < body.Count; at++)
            if (body[at].Kind == ScriptTokenKind.Name && body[at].Text is "var" or "let" or "const" && body[at + 2].IsSign("=")
                && new ScriptExpression(bound).Read(body, at + 3, out _) is { } value)
                bound[body[at + 1].Text] = value;
    }

    private static ScriptTarget? TargetAt(Scope scope, int at)
    {
        switch (scope.Tokens[at].Text)
        {
            case "location" when scope.Sign(at + 1, "="):
                return scope.Target(at + 2, ScriptUse.Navigate);
            case "location" when scope.Sign(at + 1, ".") && scope.Name(at + 2, "href") && scope.Sign(at + 3, "="):
                return scope.Target(at + 4, ScriptUse.Navigate);
            case "location" when scope.Sign(at + 1, ".") && scope.Name(at + 2, "replace", "assign") && scope.Sign(at + 3, "("):
                return scope.Target(at + 4, ScriptUse.Navigate);
            case "open" when scope.Sign(at + 1, "(") && (!scope.Sign(at - 1, ".") || scope.Name(at - 2, "window")):
                return scope.Target(at + 2, ScriptUse.Open);
            case "open" when scope.Sign(at + 1, "(") && scope.Sign(at - 1, ".") && scope.Sign(at + 3, ","):
                return scope.Target(at + 4, ScriptUse.Request);
            case "getJSON" or "fetch" or "load" or "get" or "post" or "axios" or "request" when scope.Sign(at + 1, "(") && !scope.Sign(at + 2, "{"):
                return scope.Target(at + 2, ScriptUse.Request) is { } asked ? asked with { Form = PostedWith(scope, at) } : null;
            case "url" when scope.Sign(at + 1, ":") && !IsRow(scope, at):
                return scope.Target(at + 2, ScriptUse.Request) is { } ajax ? WithFields(ajax, scope, at) : null;
            case "src" when scope.Sign(at + 1, "=") && scope.Sign(at - 1, "."):
                return scope.Target(at + 2, ScriptUse.Frame);
            default:
                return null;
        }
    }

    // {title: '…', url: '…'} is a row of a list, {url: '…', type: 'get', success: …} a request.
    private static bool IsRow(Scope scope, int at)
    {
        var open = Opening(scope, at);
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

    private static int Opening(Scope scope, int at)
    {
        var open = at;
        for (var depth = 0; open >= 0 && !(scope.Sign(open, "{") && depth == 0); open--)
            depth += scope.Sign(open, "}") ? 1 : scope.Sign(open, "{") ? -1 : 0;
        return open;
    }

    // $.post(url, {a: 1})
    private static string? PostedWith(Scope scope, int at)
    {
        if (!scope.Name(at, "post"))
            return null;
        scope.Value(at + 2, out var end);
        return scope.Sign(end, ",") && scope.Sign(end + 1, "{") ? Fields(scope, end + 1) : "";
    }

    // $.ajax({type: "POST", url: …, data: {a: 1}}): the fields stand on either side of the address.
    private static ScriptTarget WithFields(ScriptTarget target, Scope scope, int at)
    {
        var open = Opening(scope, at);
        var close = open < 0 ? -1 : ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        if (close < 0)
            return target;
        var (posts, data) = (false, "");
        for (var i = open; i < close; i++)
        {
            if (!scope.Sign(i + 1, ":"))
                continue;
            if (scope.Name(i, "type", "method"))
                posts |= "post".Equals(scope.Value(i + 2, out _), StringComparison.OrdinalIgnoreCase);
            else if (scope.Name(i, "data", "params"))
                data = scope.Sign(i + 2, "{") ? Fields(scope, i + 2) : scope.Value(i + 2, out _) ?? "";
        }

        if (posts)
            return target with { Form = data };
        return data.Length == 0 ? target : target with { Address = target.Address + (target.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + data };
    }

    private static string Fields(Scope scope, int open)
    {
        var close = ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        var fields = new StringBuilder();
        for (var at = open + 1; at < close; at++)
        {
            if (!scope.Sign(at + 1, ":") || scope.Tokens[at].Kind == ScriptTokenKind.Sign)
                continue;
            var name = scope.Tokens[at].Text;
            // A page number that only a pager knows: the first page is a safe reading of it.
            if ((scope.Value(at + 2, out var end) ?? (PageFields.IsPage(name) ? "1" : null)) is { } value)
                fields.Append(fields.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            at = Math.Max(at, end);
        }

        return fields.ToString();
    }

    // In no address that a page means to visit.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("<>{} \n");

    private readonly record struct Scope(IReadOnlyList<ScriptToken> Tokens, IReadOnlyDictionary<string, string> Names)
    {
        public bool Sign(int at, string sign) => at >= 0 && at < Tokens.Count && Tokens[at].IsSign(sign);

        public bool Name(int at, params ReadOnlySpan<string> names)
        {
            if (at < 0 || at >= Tokens.Count || Tokens[at].Kind != ScriptTokenKind.Name)
                return false;
            foreach (var name in names)
                if (Tokens[at].Text == name)
                    return true;
            return false;
        }

        public string? Value(int at, out int end) => new ScriptExpression(Names).Read(Tokens, at, out end);

        public ScriptTarget? Target(int at, ScriptUse use) =>
            Value(at, out _) is { Length: > 0 } address && LooksLikeAddress(address) ? new ScriptTarget(address.Trim(), use) : null;

        private static bool LooksLikeAddress(string text) =>
            !text.AsSpan().ContainsAny(Foreign) && text.AsSpan().ContainsAny('/', '.', '?') && !text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
    }
}
