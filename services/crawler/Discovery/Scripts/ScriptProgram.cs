using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>The inline scripts of one page: what runs at once, the named functions, and the plain values of its variables.</summary>
public sealed partial class ScriptProgram
{
    private readonly Dictionary<string, ScriptFunction> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<ScriptToken> _running = [];
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    private ScriptProgram(IReadOnlyDictionary<string, string>? elements, Uri? address)
    {
        foreach (var (id, value) in elements ?? new Dictionary<string, string>())
            _given["#" + id] = value;
        foreach (var (name, value) in address is null ? [] : PageAddress.Of(address))
            _given[name] = value;
    }

    public IReadOnlyDictionary<string, ScriptFunction> Functions => _functions;

    /// <summary>Variables whose value is plain, by name; the values of inputs, by <c>#id</c>; and what <see cref="PageAddress"/> tells.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Tokens outside the named functions, in order.</summary>
    public IReadOnlyList<ScriptToken> Running => _running;

    /// <param name="elements">Values of the page's inputs by id, which scripts read; null for none.</param>
    /// <param name="address">Of the page, which scripts read too; null where there is none.</param>
    public static ScriptProgram Parse(IEnumerable<string> scripts, IReadOnlyDictionary<string, string>? elements = null, Uri? address = null)
    {
        var program = new ScriptProgram(elements, address);
        foreach (var script in scripts)
            if (script.AsSpan().TrimStart() is var start && (!start.StartsWith("<") || start.StartsWith("<!--")))
                program.Take(ScriptTokens.Of(script));
        return program;
    }

    /// <summary>Addresses that the page uses without a click.</summary>
    public IEnumerable<ScriptTarget> Targets() => new ScriptTargets(this, _values).In(_running, _values, depth: 0);

    /// <summary>The same, with something standing for what is not known.</summary>
    /// <param name="names">Values of variables; null takes those of the page.</param>
    public IEnumerable<ScriptTarget> Targets(Func<string, string?>? unknown, IReadOnlyDictionary<string, string>? names) => new ScriptTargets(this, names ?? _values, unknown).In(_running, names ?? _values, depth: 0);

    /// <summary>Addresses in a function's body, its parameters unknown.</summary>
    /// <param name="unknown">What stands for a name without a value; null gives up what needs one.</param>
    /// <param name="names">Values of variables; null takes those of the page.</param>
    public IEnumerable<ScriptTarget> TargetsOf(ScriptFunction function, Func<string, string?>? unknown = null, IReadOnlyDictionary<string, string>? names = null) =>
        new ScriptTargets(this, names ?? _values, unknown).In(function.Body, (names ?? _values).Where(pair => !function.Parameters.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal), depth: 1);

    /// <summary>Addresses that a piece of handler code leads to, such as <c>openDoc('/a.html')</c>.</summary>
    /// <param name="names">Values of variables; null takes those of the page.</param>
    public IEnumerable<ScriptTarget> TargetsOf(string code, IReadOnlyDictionary<string, string>? names = null) => new ScriptTargets(this, names ?? _values).In(ScriptTokens.Of(code), names ?? _values, depth: 0);

    /// <summary>Names of what a piece of code calls.</summary>
    public static IEnumerable<string> Calls(IReadOnlyList<ScriptToken> tokens) =>
        Enumerable.Range(0, Math.Max(0, tokens.Count - 1)).Where(at => tokens[at].Kind == ScriptTokenKind.Name && tokens[at + 1].IsSign("(")).Select(at => tokens[at].Text);

    private void Take(IReadOnlyList<ScriptToken> tokens)
    {
        for (var at = 0; at < tokens.Count;)
        {
            if (FunctionAt(tokens, at, out var function, out var end))
            {
                if (IsHandlerName().IsMatch(function.Name))
                    _running.AddRange(function.Body);
                else
                    _functions.TryAdd(function.Name, function);
                at = end;
                continue;
            }

            _running.Add(tokens[at++]);
        }

        _running.Add(new(ScriptTokenKind.Sign, ";"));
        TakeValues();
    }

    private void TakeValues()
    {
        _values.Clear();
        foreach (var (name, value) in _given)
            _values[name] = value;
        for (var at = 0; at + 2 < _running.Count; at++)
        {
            if (_running[at].Kind != ScriptTokenKind.Name || !(_running[at + 1].IsSign("=") || _running[at + 1].IsSign(":")))
                continue;
            var member = at > 0 && _running[at - 1].IsSign(".");
            if (!member && new ScriptExpression(_values).Read(_running, at + 2, out _) is { } value)
                _values.TryAdd(_running[at].Text, value);
            if (!member && _running[at + 1].IsSign("=") && _running[at + 2].IsSign("{"))
                ScriptObject.Take(_running, at + 2, _running[at].Text, _values);
        }

        foreach (var function in _functions.Values)
            if (ScriptResult.Of(function, _values) is { } result)
                _values.TryAdd(ScriptResult.Key(function.Name), result);
    }

    // function f(a){…}   f = function(a){…}   f: function(a){…}   f = (a) => {…}
    private static bool FunctionAt(IReadOnlyList<ScriptToken> tokens, int at, out ScriptFunction function, out int end)
    {
        function = null!;
        end = at;
        var name = "";
        var open = -1;
        if (tokens[at].IsName("function") && at + 2 < tokens.Count && tokens[at + 1].Kind == ScriptTokenKind.Name && tokens[at + 2].IsSign("("))
            (name, open) = (tokens[at + 1].Text, at + 2);
        else if (tokens[at].Kind == ScriptTokenKind.Name && at + 3 < tokens.Count && tokens[at + 1].Text is "=" or ":" && tokens[at + 1].Kind == ScriptTokenKind.Sign)
            (name, open) = (tokens[at].Text, tokens[at + 2].IsName("function") && tokens[at + 3].IsSign("(") ? at + 3 : tokens[at + 2].IsSign("(") ? at + 2 : -1);
        else if (IsMethod(tokens, at))
            (name, open) = (tokens[at].Text, at + 1);
        if (open < 0 || Closing(tokens, open, "(", ")") is not (> 0 and var close))
            return false;
        var brace = close + 1 < tokens.Count && tokens[close + 1].IsSign("=>") ? close + 2 : close + 1;
        if (brace >= tokens.Count || !tokens[brace].IsSign("{") || Closing(tokens, brace, "{", "}") is not (> 0 and var last))
            return false;
        var parameters = tokens.Skip(open + 1).Take(close - open - 1).Where(token => token.Kind == ScriptTokenKind.Name).Select(token => token.Text);
        function = new(name, [.. parameters], [.. tokens.Skip(brace + 1).Take(last - brace - 1)]);
        end = last + 1;
        return true;
    }

    // methods: { show(id) {…}, … }
    private static bool IsMethod(IReadOnlyList<ScriptToken> tokens, int at) =>
        tokens[at].Kind == ScriptTokenKind.Name && tokens[at].Text is not ("if" or "for" or "while" or "switch" or "catch" or "function")
        && at > 0 && tokens[at - 1].Kind == ScriptTokenKind.Sign && tokens[at - 1].Text is "{" or "," && at + 1 < tokens.Count && tokens[at + 1].IsSign("(")
        && Closing(tokens, at + 1, "(", ")") is var close && close > 0 && close + 1 < tokens.Count && tokens[close + 1].IsSign("{");

    internal static int Closing(IReadOnlyList<ScriptToken> tokens, int open, string opening, string closing)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            if (tokens[at].IsSign(opening))
                depth++;
            else if (tokens[at].IsSign(closing) && --depth == 0)
                return at;
        }

        return -1;
    }

    // The browser or a library calls these by itself.
    [GeneratedRegex("^(?:on[a-z]+|success|done|ready|complete|mounted|created)$")]
    private static partial Regex IsHandlerName();
}
