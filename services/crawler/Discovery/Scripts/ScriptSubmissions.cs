using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>
/// Forms that a script fills in and sends: <c>document.pager.pageNo.value = 2; document.pager.submit()</c>, <c>$('#id').val(x)</c>, and calls of a framework
/// that is given the form and what to add to it, <c>mojarra.jsfcljs(document.getElementById('f'), {'f:next': 'f:next'}, '')</c>.
/// </summary>
internal static partial class ScriptSubmissions
{
    // document . getElementById ( 'f' )
    private const int LongestReference = 6;

    /// <returns>The form that is sent at this token; null when none is.</returns>
    public static ScriptTarget? At(ScriptScope scope, int at)
    {
        if (scope.Name(at, "submit") && scope.Sign(at - 1, ".") && scope.Sign(at + 1, "("))
            return new(Named(scope, at - 2) ?? "", ScriptUse.Submit, Fields(scope, at));
        return scope.Sign(at + 1, "(") && scope.Sign(at - 1, ".") && GivenForm(scope, at + 2, out var comma) is { } form && scope.Sign(comma, ",") && scope.Sign(comma + 1, "{")
            ? new(form, ScriptUse.Submit, Join(Members(scope, comma + 1)))
            : null;
    }

    // Every field that was set before, in this piece of script.
    private static string Fields(ScriptScope scope, int end)
    {
        var fields = new List<(string Name, string Value)>();
        for (var at = 2; at < end; at++)
        {
            var isValue = scope.Name(at, "value") && scope.Sign(at + 1, "=");
            if ((isValue || scope.Name(at, "val") && scope.Sign(at + 1, "(") && !scope.Sign(at + 2, ")")) && scope.Sign(at - 1, ".") && Named(scope, at - 2) is { } name && scope.Value(at + 2, out _) is { } value)
                fields.Add((name, value));
        }

        return Join(fields);
    }

    // form.field, form['field'], getElementById('field'), $('#field'), $('input[name=field]'): what stands before the dot.
    private static string? Named(ScriptScope scope, int at)
    {
        if (at < 0)
            return null;
        var token = scope.Tokens[at];
        if (token.Kind == ScriptTokenKind.Name)
            return token.Text;
        return at > 0 && token.Text is ")" or "]" && scope.Tokens[at - 1] is { Kind: ScriptTokenKind.Text } text ? InSelector().Match(text.Text) is { Success: true } match ? match.Groups[1].Value : text.Text.TrimStart('#', '.') : null;
    }

    private static string? GivenForm(ScriptScope scope, int at, out int after)
    {
        after = at;
        for (var token = at; token < Math.Min(at + LongestReference, scope.Tokens.Count); token++)
            if (scope.Tokens[token].Kind == ScriptTokenKind.Text && scope.Tokens[token - 1] is { Kind: ScriptTokenKind.Sign, Text: "(" or "[" } && token >= at + 2)
            {
                after = token + 2;
                return scope.Tokens[token].Text;
            }

        return null;
    }

    private static List<(string Name, string Value)> Members(ScriptScope scope, int open)
    {
        var members = new List<(string Name, string Value)>();
        var close = ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        for (var at = open + 1; at + 2 <= close; at++)
        {
            if (!scope.Sign(at + 1, ":"))
                continue;
            var name = scope.Tokens[at].Text;
            if (scope.Value(at + 2, out at) is { } value)
                members.Add((name, value));
        }

        return members;
    }

    private static string Join(IEnumerable<(string Name, string Value)> fields) => string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    [GeneratedRegex("""\[\s*name\s*=\s*["']?([^"'\]]+)""")]
    private static partial Regex InSelector();
}
