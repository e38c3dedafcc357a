using System.Globalization;
using System.Text;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>
/// The long texts that a script holds, in its order: JSON that is assigned or handed over, and strings with their escapes resolved. The script is
/// not run: what it would make of them is not known.
/// </summary>
internal static class ScriptTexts
{
    /// <summary>Shorter ones are names and pieces of rows, which only the running script puts together.</summary>
    private const int Shortest = 300;

    /// <summary>The largest reports are a tenth as long.</summary>
    private const int Longest = 2_000_000;

    /// <summary>Brackets that nothing closes, after which none is looked for any more: each search goes to the end of the script.</summary>
    private const int MostUnclosed = 20;

    public static IEnumerable<string> Of(string script)
    {
        if (script.Length is < Shortest or > Longest)
            yield break;
        var (last, unclosed) = ('=', 0);
        for (var i = 0; i < script.Length;)
        {
            var isJson = unclosed < MostUnclosed && script[i] is '{' or '[' && last is '=' or '(' && OpensJson(script, i);
            var end = isJson ? JsonEnd(script, i) : End(script, i);
            unclosed += isJson && end == i + 1 ? 1 : 0;
            if (end - i >= Shortest && !IsComment(script, i))
                yield return script[i] is '{' or '[' ? script[i..end] : Unescaped(script[(i + 1)..(end - 1)]);
            last = char.IsWhiteSpace(script[i]) || IsComment(script, i) ? last : script[end - 1];
            i = end;
        }
    }

    private static int End(string script, int at) => script[at] switch
    {
        '"' or '\'' or '`' => StringEnd(script, at),
        '/' when IsComment(script, at) => script.IndexOf(script[at + 1] == '/' ? "\n" : "*/", at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 1 : script.Length,
        _ => at + 1,
    };

    private static bool IsComment(string script, int at) => script[at] == '/' && at + 1 < script.Length && script[at + 1] is '/' or '*';

    private static int StringEnd(string script, int at)
    {
        for (var i = at + 1; i < script.Length; i++)
        {
            if (script[i] == '\\')
                i++;
            else if (script[i] == script[at])
                return i + 1;
            else if (script[i] == '\n' && script[at] != '`')
                break;
        }
        return at + 1;
    }

    // Names without quotes, as programs write objects, are no JSON: the strings within are taken one by one.
    private static bool OpensJson(string script, int at)
    {
        for (var i = at + 1; i < script.Length; i++)
        {
            if (!char.IsWhiteSpace(script[i]))
                return script[i] is '"' or '{' or '[';
        }
        return false;
    }

    /// <summary>Behind the bracket that closes the one at the place; right behind that one where none does.</summary>
    private static int JsonEnd(string script, int at)
    {
        var depth = 0;
        for (var i = at; i < script.Length; i++)
        {
            depth += script[i] is '{' or '[' ? 1 : script[i] is '}' or ']' ? -1 : 0;
            if (depth == 0)
                return i + 1;
            if (script[i] == '"')
                i = StringEnd(script, i) - 1;
        }
        return at + 1;
    }

    private static string Unescaped(string literal)
    {
        if (!literal.Contains('\\', StringComparison.Ordinal))
            return literal;
        var text = new StringBuilder(literal.Length);
        for (var i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\' || i + 1 == literal.Length)
            {
                text.Append(literal[i]);
                continue;
            }
            var (character, length) = Escape(literal, i + 1);
            text.Append(character);
            i += length;
        }
        return text.ToString();
    }

    /// <returns>What the escape stands for, and its characters behind the backslash.</returns>
    private static (string Character, int Length) Escape(string literal, int at) => literal[at] switch
    {
        'n' => ("\n", 1),
        'r' => ("\r", 1),
        't' => ("\t", 1),
        'u' when Hexadecimal(literal, at + 1, 4) is { } code => (code, 5),
        'x' when Hexadecimal(literal, at + 1, 2) is { } code => (code, 3),
        '\n' => (string.Empty, 1),
        var other => (other.ToString(), 1),
    };

    private static string? Hexadecimal(string literal, int at, int digits) =>
        at + digits <= literal.Length && int.TryParse(literal.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? ((char)code).ToString() : null;
}
