using System.Text;
using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>What a script sends along with a request: fields in the address, a form, or JSON.</summary>
internal static class ScriptBodies
{
    /// <summary>The request of a call such as <c>$.post(url, {…})</c>, <c>axios.post(url, {…})</c>, <c>fetch(url, {method: 'POST', body: …})</c> or <c>$.getJSON(url, {…})</c>.</summary>
    /// <param name="at">Position of the function's name.</param>
    public static ScriptTarget OfCall(ScriptTarget target, ScriptScope scope, int at)
    {
        scope.Value(at + 2, out var end);
        var hasMore = scope.Sign(end, ",");
        var next = end + 1;
        if (scope.Name(at, "post"))
        {
            // jQuery posts a form; the libraries that came after it post JSON.
            if (scope.Sign(at - 1, ".") && scope.Name(at - 2, "$", "jQuery") || !scope.Sign(at - 1, "."))
                return target with { Form = !hasMore ? "" : scope.Sign(next, "{") ? Fields(scope, next) : FormText(scope, next) };
            return target with { Form = hasMore ? ScriptObject.Json(scope.Tokens, next, scope.Names) ?? FormText(scope, next) : "" };
        }

        if (!hasMore || !scope.Sign(next, "{"))
            return target;
        if (scope.Name(at, "fetch", "axios", "request"))
            return OfSettings(target, scope, next + 1, next);
        return Asking(target, Member(scope, next, "params") is var named && named >= 0 && scope.Sign(named, "{") ? Fields(scope, named) : Fields(scope, next));
    }

    /// <summary>The request of <c>$.ajax({type: "POST", url: …, data: {…}})</c> and its like: the fields stand on either side of the address.</summary>
    /// <param name="at">Position of a token between the braces.</param>
    public static ScriptTarget OfSettings(ScriptTarget target, ScriptScope scope, int at) => OfSettings(target, scope, at, Opening(scope, at));

    private static ScriptTarget OfSettings(ScriptTarget target, ScriptScope scope, int at, int open)
    {
        var close = open < 0 ? -1 : ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        if (close < 0)
            return target;
        var (posts, data, sendsJson) = (false, -1, scope.Name(open - 2, "axios", "request", "fetch"));
        for (var i = open + 1; i < close; i++)
        {
            if (!scope.Sign(i + 1, ":"))
                continue;
            if (scope.Name(i, "type", "method"))
                posts |= "post".Equals(scope.Value(i + 2, out _), StringComparison.OrdinalIgnoreCase);
            else if (scope.Name(i, "contentType") || scope.Tokens[i].Text.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                sendsJson = scope.Value(i + 2, out _)?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
            else if (scope.Name(i, "data", "params", "body"))
                data = data < 0 ? i + 2 : data;
        }

        target = target with { Headers = ScriptHeaders.Of(scope, open, close) };
        if (!posts)
            return data < 0 ? target : Asking(target, scope.Sign(data, "{") ? Fields(scope, data) : scope.Value(data, out _) ?? "");
        if (data < 0)
            return target with { Form = "" };
        if (sendsJson && ScriptObject.Json(scope.Tokens, data, scope.Names) is { } json)
            return target with { Form = json };
        return target with { Form = scope.Sign(data, "{") ? Fields(scope, data) : FormText(scope, data) };
    }

    /// <summary>Position of the brace that opens the object in which a token stands; -1 outside of all.</summary>
    public static int Opening(ScriptScope scope, int at)
    {
        var open = at;
        for (var depth = 0; open >= 0 && !(scope.Sign(open, "{") && depth == 0); open--)
            depth += scope.Sign(open, "}") ? 1 : scope.Sign(open, "{") ? -1 : 0;
        return open;
    }

    private static ScriptTarget Asking(ScriptTarget target, string fields) =>
        fields.Length == 0 ? target : target with { Address = target.Address + (target.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + fields };

    // Position of a member's value; -1 when there is none.
    private static int Member(ScriptScope scope, int open, string name)
    {
        var close = ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        for (var at = open + 1; at < close; at++)
            if (scope.Name(at, name) && scope.Sign(at + 1, ":"))
                return at + 2;
        return -1;
    }

    private static string FormText(ScriptScope scope, int at) => scope.Value(at, out _) is { } text && (text.StartsWith('{') || text.Contains('=', StringComparison.Ordinal)) ? text : "";

    private static string Fields(ScriptScope scope, int open)
    {
        var close = ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        var fields = new StringBuilder();
        for (var at = open + 1; at < close; at++)
        {
            if (scope.Tokens[at].Kind == ScriptTokenKind.Sign)
                continue;
            var name = scope.Tokens[at].Text;
            // {page, size: 5}: a name alone is its own value.
            var isAlone = !scope.Sign(at + 1, ":") && (scope.Sign(at + 1, ",") || at + 1 == close) && scope.Tokens[at].Kind == ScriptTokenKind.Name;
            if (!isAlone && !scope.Sign(at + 1, ":"))
                continue;
            // A page number that only a pager knows: the first page is a safe reading of it.
            if ((scope.Value(isAlone ? at : at + 2, out var end) ?? (PageFields.IsPage(name) ? "1" : null)) is { } value)
                fields.Append(fields.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            at = Math.Max(at, end);
        }

        return fields.ToString();
    }
}
