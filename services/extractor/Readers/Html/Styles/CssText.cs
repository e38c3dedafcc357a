using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>The lexical rules of CSS that matter here: strings, brackets and escapes.</summary>
internal static partial class CssText
{
    /// <summary>Position of the first of <paramref name="stops"/> outside strings and brackets; <paramref name="end"/> where there is none.</summary>
    public static int Find(string text, int from, int end, ReadOnlySpan<char> stops)
    {
        var depth = 0;
        for (var i = from; i < end; i++)
        {
            var c = text[i];
            if (depth == 0 && stops.Contains(c))
            {
                return i;
            }

            switch (c)
            {
                case '\\':
                    i++;
                    break;
                case '"' or '\'':
                    i = EndOfString(text, i, end);
                    break;
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth = Math.Max(0, depth - 1);
                    break;

                // A bracket that nobody closes ends with its block.
                case '{' or '}' when stops.Contains(c):
                    return i;
            }
        }

        return end;
    }

    /// <summary>The parts between separators outside strings and brackets, trimmed, empty ones left out.</summary>
    public static List<string> Split(string text, params ReadOnlySpan<char> separators)
    {
        var parts = new List<string>();
        for (var from = 0; from <= text.Length;)
        {
            var stop = Find(text, from, text.Length, separators);
            if (text[from..stop].Trim() is { Length: > 0 } part)
            {
                parts.Add(part);
            }

            from = stop + 1;
        }

        return parts;
    }

    /// <summary>Position of the closing quote, or of the end of the line, where an unclosed string ends.</summary>
    public static int EndOfString(string text, int open, int end)
    {
        for (var i = open + 1; i < end; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[open] || text[i] == '\n')
            {
                return i;
            }
        }

        return end;
    }

    public static string Unescape(string text) => !text.Contains('\\', StringComparison.Ordinal) ? text : Escape().Replace(text, escape =>
        escape.Groups["code"].Success && int.Parse(escape.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var code
            ? Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : "\uFFFD"
            : escape.Groups["char"].Value);

    public static string WithoutComments(string text) => text.Contains("/*", StringComparison.Ordinal) ? Comment().Replace(text, " ") : text;

    [GeneratedRegex(@"\\(?:(?<code>[0-9a-fA-F]{1,6})\s?|\n|(?<char>.))")]
    private static partial Regex Escape();

    [GeneratedRegex(@"/\*.*?(\*/|\z)", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
