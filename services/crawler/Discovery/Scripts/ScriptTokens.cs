using System.Globalization;
using System.Text;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>Cuts a script into tokens, well enough to read addresses out of it; nothing is ever run. Broken scripts give fewer tokens.</summary>
internal static class ScriptTokens
{
    // Libraries pasted into a page hold no addresses of lists; the page's own scripts are short.
    private const int LongestScript = 200_000;

    public static IReadOnlyList<ScriptToken> Of(string script)
    {
        var tokens = new List<ScriptToken>();
        if (script.Length > LongestScript)
            return tokens;
        for (var at = 0; at < script.Length;)
            at = Next(script, at, tokens);
        return tokens;
    }

    private static int Next(string script, int at, List<ScriptToken> tokens)
    {
        var c = script[at];
        if (char.IsWhiteSpace(c))
            return at + 1;
        if (c == '/' && at + 1 < script.Length && script[at + 1] is '/' or '*')
            return AfterComment(script, at);
        // <!-- hides a script from browsers that know none; the others skip its line.
        if (c == '<' && script.AsSpan(at).StartsWith("<!--"))
            return script.IndexOf('\n', at) is var line and >= 0 ? line + 1 : script.Length;
        if (c is '"' or '\'' or '`')
            return Quoted(script, at, tokens);
        if (c == '/' && StartsPattern(tokens))
            return Pattern(script, at, tokens);
        if (IsNameStart(c))
            return Run(script, at, IsNamePart, ScriptTokenKind.Name, tokens);
        if (char.IsAsciiDigit(c))
            return Run(script, at, static d => char.IsAsciiDigit(d) || d == '.', ScriptTokenKind.Number, tokens);
        var two = at + 1 < script.Length ? script.Substring(at, 2) : "";
        var sign = two is "=>" or "==" or "!=" or "<=" or ">=" or "&&" or "||" or "++" or "--" or "+=" ? two : c.ToString();
        tokens.Add(new(ScriptTokenKind.Sign, sign));
        return at + sign.Length;
    }

    private static int AfterComment(string script, int at)
    {
        var end = script[at + 1] == '/' ? script.IndexOf('\n', at) : script.IndexOf("*/", at + 2, StringComparison.Ordinal);
        return end < 0 ? script.Length : script[at + 1] == '/' ? end + 1 : end + 2;
    }

    private static int Run(string script, int at, Func<char, bool> belongs, ScriptTokenKind kind, List<ScriptToken> tokens)
    {
        var end = at + 1;
        while (end < script.Length && belongs(script[end]))
            end++;
        tokens.Add(new(kind, script[at..end]));
        return end;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '$';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static int Quoted(string script, int at, List<ScriptToken> tokens)
    {
        var quote = script[at];
        var text = new StringBuilder();
        var end = at + 1;
        for (; end < script.Length && script[end] != quote; end++)
        {
            // A line break ends a broken string, but not a template.
            if (script[end] == '\n' && quote != '`')
                return end;
            if (script[end] != '\\' || end + 1 >= script.Length)
                text.Append(script[end]);
            else
                end = Escape(script, end + 1, text);
        }

        tokens.Add(new(ScriptTokenKind.Text, text.ToString()));
        return end + 1;
    }

    private static int Escape(string script, int at, StringBuilder text)
    {
        var length = script[at] switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (length > 0 && at + length < script.Length
            && int.TryParse(script.AsSpan(at + 1, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            return at + length;
        }

        text.Append(script[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => script[at] });
        return at;
    }

    private static bool StartsPattern(List<ScriptToken> tokens) =>
        tokens.Count == 0 || tokens[^1] is { Kind: ScriptTokenKind.Sign, Text: "(" or "," or "=" or ":" or "[" or "!" or "&&" or "||" or "?" or "{" or "}" or ";" or "==" };

    private static int Pattern(string script, int at, List<ScriptToken> tokens)
    {
        var inClass = false;
        for (var end = at + 1; end < script.Length && script[end] != '\n'; end++)
        {
            if (script[end] == '\\')
                end++;
            else if (script[end] is '[' or ']')
                inClass = script[end] == '[';
            else if (script[end] == '/' && !inClass)
            {
                tokens.Add(new(ScriptTokenKind.Pattern, script[(at + 1)..end]));
                while (++end < script.Length && char.IsAsciiLetterLower(script[end]))
                    continue;
                return end;
            }
        }

        return at + 1;
    }
}
