using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>Works out expressions that only join literals, known names and numbers; gives up on everything else.</summary>
/// <param name="names">Values of variables, of inputs by <c>#id</c>, and what <see cref="PageAddress"/> tells.</param>
/// <param name="unknown">What stands for a name that has no value, such as the field of a row; null, or its null, gives the expression up.</param>
internal sealed partial class ScriptExpression(IReadOnlyDictionary<string, string> names, Func<string, string?>? unknown = null)
{
    // What asks an element of XML for its text.
    private static readonly HashSet<string> Contents = new(StringComparer.Ordinal) { "textContent", "innerText", "text", "firstChild", "childNodes", "nodeValue", "data", "item" };

    private const string Replaces = ".replace";

    // A site's own pattern over an address: what takes longer is no pager.
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(50);

    /// <summary>Value of the expression that starts at a token and ends before <c>, ; ) }</c> or <c>]</c> of its level.</summary>
    /// <param name="end">Position after the expression, whether or not it could be worked out.</param>
    /// <returns>Null when a part of it is not known.</returns>
    public string? Read(IReadOnlyList<ScriptToken> tokens, int at, out int end)
    {
        string? sum = "";
        var first = true;
        var negative = false;
        for (end = at; end < tokens.Count && !Ends(tokens[end]);)
        {
            if (tokens[end] is { Kind: ScriptTokenKind.Sign, Text: "+" or "-" })
            {
                negative = tokens[end].Text == "-";
                end++;
                continue;
            }

            var operand = Operand(tokens, ref end, sum);
            sum = sum is null || operand is null ? null : first ? operand : Add(sum, operand, negative);
            first = false;
        }

        return first ? null : sum;
    }

    private static bool Ends(ScriptToken token) => token is { Kind: ScriptTokenKind.Sign, Text: "," or ";" or ")" or "}" or "]" or ":" };

    private static string? Add(string left, string right, bool negative)
    {
        if (int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var a) && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var b))
            return (negative ? a - b : a + b).ToString(CultureInfo.InvariantCulture);
        return negative ? null : left + right;
    }

    private string? Operand(IReadOnlyList<ScriptToken> tokens, ref int at, string? before)
    {
        var token = tokens[at];
        if (token.Kind == ScriptTokenKind.Text && !IsMember(tokens, at + 1))
        {
            at++;
            return Template(token.Text);
        }

        if (token.Kind == ScriptTokenKind.Number)
        {
            at++;
            return token.Text;
        }

        if (token.IsSign("("))
        {
            var inner = Read(tokens, at + 1, out at);
            at++;
            return inner;
        }

        if (token.Kind == ScriptTokenKind.Name)
            return Named(tokens, ref at, before);
        at++;
        return null;
    }

    private static bool IsMember(IReadOnlyList<ScriptToken> tokens, int at) => at < tokens.Count && tokens[at].Text is "." or "[" && tokens[at].Kind == ScriptTokenKind.Sign;

    private string? Named(IReadOnlyList<ScriptToken> tokens, ref int at, string? before)
    {
        var name = new StringBuilder(tokens[at++].Text);
        while (at + 1 < tokens.Count && tokens[at].IsSign(".") && tokens[at + 1].Kind == ScriptTokenKind.Name)
        {
            name.Append('.').Append(tokens[at + 1].Text);
            at += 2;
        }

        var full = Chosen(tokens, ref at, name.ToString());
        if (full == "new" && at < tokens.Count)
            return Named(tokens, ref at, before);
        if (full == "JSON.stringify" && at < tokens.Count && tokens[at].IsSign("("))
        {
            var json = ScriptObject.Json(tokens, at + 1, names);
            at++;
            SkipCall(tokens, ref at);
            return json;
        }

        if (at < tokens.Count && tokens[at].IsSign("("))
            return Called(full, tokens, ref at);
        if (names.TryGetValue(full, out var value) || names.TryGetValue(Elsewhere(full), out value))
            return value;
        var last = full.Contains(".dataset.", StringComparison.Ordinal) ? "data-" + tokens[at - 1].Text : full[(full.LastIndexOf('.') + 1)..];
        last = Member(tokens, ref at, last);
        // A page number that only a pager knows: the first page is a safe reading of it.
        return before is not null && EndsInPageField().IsMatch(before) ? "1" : last is null ? null : unknown?.Invoke(last);
    }

    // window.location.search; this.$route.query.id, as routers of applications call a field of the address; this.prefix, a setting beside the function.
    private static string Elsewhere(string full) =>
        full.EndsWith(PageAddress.Search, StringComparison.Ordinal) ? PageAddress.Search
        : full.EndsWith(PageAddress.Whole, StringComparison.Ordinal) || full == "document.URL" ? PageAddress.Whole
        : full.Contains("query.", StringComparison.Ordinal) || full.Contains("params.", StringComparison.Ordinal) ? PageAddress.Field(full[(full.LastIndexOf('.') + 1)..])
        : full.StartsWith("this.", StringComparison.Ordinal) && full != "this.value" ? full["this.".Length..]
        : full;

    // s.options[s.selectedIndex].value is what s.value is; the same without a name before it.
    private static string Chosen(IReadOnlyList<ScriptToken> tokens, ref int at, string full)
    {
        if (!full.EndsWith("options", StringComparison.Ordinal) || at >= tokens.Count || !tokens[at].IsSign("["))
            return full;
        var close = ScriptProgram.Closing(tokens, at, "[", "]");
        if (close < 0 || !tokens[close - 1].IsName("selectedIndex") || close + 2 >= tokens.Count || !tokens[close + 1].IsSign(".") || !tokens[close + 2].IsName("value"))
            return full;
        at = close + 3;
        return full.Length > "options".Length ? string.Concat(full.AsSpan(0, full.Length - "options".Length), "value") : "this.value";
    }

    // rows[i].id, this.options[0].value, items[i].getAttribute('id'): what it is called in the end; null when it is counted or called.
    private string? Member(IReadOnlyList<ScriptToken> tokens, ref int at, string? last, bool isElement = false)
    {
        while (at < tokens.Count)
        {
            if (tokens[at].IsSign("["))
            {
                var index = Read(tokens, at + 1, out at);
                at += at < tokens.Count && tokens[at].IsSign("]") ? 1 : 0;
                last = isElement ? last : index;
            }
            else if (tokens[at].IsSign(".") && at + 1 < tokens.Count && tokens[at + 1].Kind == ScriptTokenKind.Name)
            {
                var name = tokens[at + 1].Text;
                at += 2;
                var isCalled = at < tokens.Count && tokens[at].IsSign("(");
                var asked = isCalled ? TextAt(tokens, at + 1) : null;
                if (isCalled)
                {
                    at++;
                    SkipCall(tokens, ref at);
                }

                var tells = asked is not null && (name is "getElementsByTagName" || name is "getAttribute" or "attr" && IsField(asked));
                last = tells ? asked : isElement && Contents.Contains(name) ? last : isCalled ? null : name;
                isElement = tells || isElement && last is not null;
            }
            else if (tokens[at].IsSign("("))
            {
                at++;
                SkipCall(tokens, ref at);
                last = null;
            }
            else
                break;
        }

        return last;
    }

    // Attributes that a row carries for a script; the others are what any element has.
    private static bool IsField(string? attribute) => attribute is not (null or "href" or "src" or "class" or "style" or "title" or "value" or "type" or "target");

    private string? Called(string function, IReadOnlyList<ScriptToken> tokens, ref int at)
    {
        var wrapped = at + 2 < tokens.Count && tokens[at + 1].Kind == ScriptTokenKind.Name && tokens[at + 2].IsSign(")") ? tokens[at + 1].Text : null;
        if (names.TryGetValue(ScriptResult.Key(function), out var result))
            return ScriptResult.Called(result, Arguments(tokens, ref at));
        if (function.EndsWith(Replaces, StringComparison.Ordinal))
            return Replaced(names.GetValueOrDefault(function[..^Replaces.Length]) ?? names.GetValueOrDefault(Elsewhere(function[..^Replaces.Length])), tokens, ref at);
        var named = TextAt(tokens, at + 1);
        var argument = Read(tokens, at + 1, out at);
        SkipCall(tokens, ref at);
        // new Date().getTime(): what is asked of the result changes nothing that matters here, but for the data that a row carries.
        string? field = null;
        var carried = function.EndsWith(".getAttribute", StringComparison.Ordinal) && IsField(named) || function.EndsWith(".getElementsByTagName", StringComparison.Ordinal) ? named : null;
        while (at + 1 < tokens.Count && tokens[at].IsSign(".") && tokens[at + 1].Kind == ScriptTokenKind.Name)
        {
            var asked = tokens[at + 1].Text;
            at += 2;
            if (at >= tokens.Count || !tokens[at].IsSign("("))
                continue;
            var of = TextAt(tokens, at + 1) ?? "";
            // new URLSearchParams(location.search).get('id')
            field ??= asked == "get" ? names.GetValueOrDefault(PageAddress.Field(of)) : null;
            if (asked == "val" && wrapped is not null && names.TryGetValue(wrapped + ".value", out var chosen))
                argument = chosen;
            carried = asked == "data" ? "data-" + of : asked is "attr" or "getAttribute" ? (IsField(of) ? of : null) : wrapped is not null && asked == "find" ? of : asked == "val" ? null : carried;
            at++;
            SkipCall(tokens, ref at);
        }

        if (carried is not null)
            return unknown is not null && Member(tokens, ref at, carried, isElement: true) is { } told ? unknown(told) : null;
        if (field is not null)
            return field;
        return function switch
        {
            "$" or "jQuery" when wrapped is not null && names.ContainsKey(wrapped + ".value") => argument,
            "$" or "jQuery" => argument is ['#', ..] ? names.GetValueOrDefault(argument) : null,
            "document.getElementById" => argument is null ? null : names.GetValueOrDefault("#" + argument),
            "atob" or "window.atob" => argument is null ? null : Base64Text.Decode(argument),
            "encodeURI" => argument,
            "encodeURIComponent" or "escape" => argument is null || argument.Contains(RowTemplate.Open, StringComparison.Ordinal) ? argument : Uri.EscapeDataString(argument),
            "decodeURIComponent" or "decodeURI" or "unescape" => argument is null ? null : EscapedText.Decode(argument),
            "String" or "Number" or "parseInt" => argument,
            // Cache breakers: any number will do.
            "Math.random" or "Date" or "Date.now" => "0",
            _ when function.EndsWith(".toString", StringComparison.Ordinal) => names.GetValueOrDefault(function[..^".toString".Length]),
            // getQueryString('id'): every site calls it otherwise, and gives it the name of a field of the address.
            _ => named is null ? null : names.GetValueOrDefault(PageAddress.Field(named)),
        };
    }

    // url.replace(/page=\d+/, 'page=' + n)
    private string? Replaced(string? text, IReadOnlyList<ScriptToken> tokens, ref int at)
    {
        var (what, isPattern) = at + 1 < tokens.Count ? (tokens[at + 1].Text, tokens[at + 1].Kind == ScriptTokenKind.Pattern) : ("", false);
        var arguments = Arguments(tokens, ref at);
        if (text is null || arguments is not [_, { } with] || !isPattern && arguments[0] is null)
            return null;
        if (!isPattern)
            return arguments[0] is { Length: > 0 } plain && text.IndexOf(plain, StringComparison.Ordinal) is >= 0 and var found ? string.Concat(text.AsSpan(0, found), with, text.AsSpan(found + plain.Length)) : text;
        try
        {
            return new Regex(what, RegexOptions.ECMAScript, PatternTime).Replace(text, with, 1);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string? TextAt(IReadOnlyList<ScriptToken> tokens, int at) => at < tokens.Count && tokens[at].Kind == ScriptTokenKind.Text ? tokens[at].Text : null;

    // All that a call is given; behind it afterwards.
    private List<string?> Arguments(IReadOnlyList<ScriptToken> tokens, ref int at)
    {
        var arguments = new List<string?>();
        do
            arguments.Add(Read(tokens, at + 1, out at));
        while (at < tokens.Count && tokens[at].IsSign(","));
        SkipCall(tokens, ref at);
        return arguments;
    }

    // To behind the bracket that closes the level that the position stands in.
    private static void SkipCall(IReadOnlyList<ScriptToken> tokens, ref int at)
    {
        for (var depth = 1; at < tokens.Count && depth > 0; at++)
            depth += tokens[at].Kind != ScriptTokenKind.Sign ? 0 : tokens[at].Text switch { "(" => 1, ")" => -1, _ => 0 };
    }

    private string? Template(string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
            return text;
        var known = true;
        var filled = Placeholder().Replace(text, match =>
        {
            if (names.TryGetValue(match.Groups[1].Value, out var value))
                return value;
            if (!EndsInPageField().IsMatch(text[..match.Index]))
            {
                var name = match.Groups[1].Value;
                var stand = unknown?.Invoke(name[(name.LastIndexOf('.') + 1)..]);
                known &= stand is not null;
                return stand ?? "";
            }

            return "1";
        });
        return known ? filled : null;
    }

    [GeneratedRegex(@"\$\{\s*([\w.$]+)\s*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[?&/_](?:page|p|pn|pg|curr?_?page|current_?page|page_?(?:no|num|index|number)|_page)[=/]?$", RegexOptions.IgnoreCase)]
    private static partial Regex EndsInPageField();
}
