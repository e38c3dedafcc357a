using System.Buffers;

namespace Pipeline.Text;

/// <summary>Classes of characters that Chinese pages mix.</summary>
public static class Characters
{
    // All that IsBlank says, so that a text is searched for them at once.
    private static readonly SearchValues<char> Blanks = SearchValues.Create(
        "\t\n\v\f\r \u0085\u00A0\u00AD\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF");

    /// <summary>CJK unified ideographs of the basic plane, with extension A and the compatibility block.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>White space as a page shows it: also the zero-width characters and the soft hyphen, which show as nothing.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>Whether any character of the text is blank.</summary>
    public static bool HasBlank(string text) => text.AsSpan().ContainsAny(Blanks);

    /// <summary>The characters of a text that are to be kept, in their order; the same instance when all are.</summary>
    public static string Kept(string text, Func<char, bool> isKept)
    {
        var first = 0;
        while (first < text.Length && isKept(text[first]))
            first++;
        if (first == text.Length)
            return text;
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        text.AsSpan(0, first).CopyTo(kept);
        var count = first;
        foreach (var c in text.AsSpan(first + 1))
        {
            if (isKept(c))
                kept[count++] = c;
        }

        return new string(kept[..count]);
    }
}
