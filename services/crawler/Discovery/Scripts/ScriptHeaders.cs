namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>Headers that a script states for its request, <c>headers: {'X-App-Id': APP, siteid: '62'}</c>: services tell their own application by them.</summary>
internal static class ScriptHeaders
{
    // How a body is written follows from the request; what tells a visitor apart is not a script's to say.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase) { "Content-Type", "Cookie", "User-Agent", "Referer", "Host", "Content-Length" };

    /// <param name="open">Position of the brace that opens the request's settings.</param>
    /// <returns>As <c>Name: value</c>, one a line; null for none that can be worked out.</returns>
    public static string? Of(ScriptScope scope, int open, int close)
    {
        for (var at = open + 1; at + 2 < close; at++)
            if (scope.Name(at, "headers") && scope.Sign(at + 1, ":") && scope.Sign(at + 2, "{"))
                return Lines(scope, at + 2) is { Count: > 0 } lines ? string.Join('\n', lines) : null;
        return null;
    }

    /// <summary>The same of a request that is opened before its headers are set: <c>x.open('GET', url); x.setRequestHeader('X-App-Id', APP)</c>.</summary>
    /// <param name="at">Position of <c>open</c>.</param>
    public static string? SetAfter(ScriptScope scope, int at)
    {
        var lines = new List<string>();
        for (var token = at + 1; token + 4 < scope.Tokens.Count && !scope.Name(token, "send", "open"); token++)
            if (scope.Name(token, "setRequestHeader") && scope.Sign(token + 1, "(") && scope.Value(token + 2, out var comma) is { Length: > 0 } name && scope.Sign(comma, ",") && Line(name, scope.Value(comma + 1, out _)) is { } line)
                lines.Add(line);
        return lines.Count > 0 ? string.Join('\n', lines) : null;
    }

    private static string? Line(string name, string? value) => value is { Length: > 0 } && !Own.Contains(name) && !name.Any(char.IsControl) && !value.Any(char.IsControl) ? $"{name}: {value}" : null;

    private static List<string> Lines(ScriptScope scope, int open)
    {
        var lines = new List<string>();
        var close = ScriptProgram.Closing(scope.Tokens, open, "{", "}");
        for (var at = open + 1; at + 2 < close; at++)
        {
            if (!scope.Sign(at + 1, ":"))
                continue;
            var name = scope.Tokens[at].Text;
            if (Line(name, scope.Value(at + 2, out at)) is { } line)
                lines.Add(line);
        }

        return lines;
    }
}
