namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>
/// Skips what a script does for some devices only, <c>if (/Android/.test(navigator.userAgent)) location.href = '/m/'</c>: we are no phone, and the site
/// for phones often lacks the columns.
/// </summary>
internal static class DeviceConditions
{
    private static readonly string[] Words = ["agent", "mobile", "phone", "android", "platform", "screen", "innerWidth", "clientWidth"];

    /// <returns>The position behind the conditional statement that begins there; the position itself for everything else.</returns>
    public static int After(IReadOnlyList<ScriptToken> tokens, int at)
    {
        while (at + 1 < tokens.Count && tokens[at].IsName("if") && tokens[at + 1].IsSign("(")
            && ScriptProgram.Closing(tokens, at + 1, "(", ")") is var close && close > 0 && AsksForDevice(tokens, at + 2, close))
            at = StatementEnd(tokens, close + 1);
        return at;
    }

    private static bool AsksForDevice(IReadOnlyList<ScriptToken> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
            if (tokens[at].Kind == ScriptTokenKind.Name && (tokens[at].Text is "ua" or "UA" || Words.Any(word => tokens[at].Text.Contains(word, StringComparison.OrdinalIgnoreCase))))
                return true;
        return false;
    }

    private static int StatementEnd(IReadOnlyList<ScriptToken> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].IsSign("{"))
            return ScriptProgram.Closing(tokens, at, "{", "}") is var close && close > 0 ? close + 1 : tokens.Count;
        while (at < tokens.Count && !tokens[at].IsSign(";"))
            at++;
        return Math.Min(at + 1, tokens.Count);
    }
}
