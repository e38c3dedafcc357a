namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>Cookies that a page's script sets to a plain value, <c>document.cookie = "areaCode=620723; path=/"</c>: the services that it asks may read them.</summary>
internal static class ScriptCookies
{
    private const int Longest = 200;

    /// <returns>As a <c>Cookie</c> header has them; null for none.</returns>
    public static string? Of(ScriptProgram program)
    {
        var tokens = program.Running;
        var reader = new ScriptExpression(program.Values);
        var cookies = new List<string>();
        for (var at = 0; at + 4 < tokens.Count; at++)
            if (tokens[at].IsName("document") && tokens[at + 1].IsSign(".") && tokens[at + 2].IsName("cookie") && tokens[at + 3].IsSign("=")
                && reader.Read(tokens, at + 4, out _)?.Split(';')[0].Trim() is { Length: > 2 and < Longest } cookie && cookie.IndexOf('=', StringComparison.Ordinal) > 0 && !cookie.Any(char.IsControl))
                cookies.Add(cookie);
        return cookies.Count > 0 ? string.Join("; ", cookies) : null;
    }
}
