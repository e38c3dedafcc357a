using System.Text;

namespace Pipeline.Store;

/// <summary>Text that both engines accept: no U+0000 and no half of a surrogate pair, each of which becomes U+FFFD.</summary>
internal static class StoredText
{
    public static string? Clean(string? text)
    {
        if (text is null || IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (c == '\0' || char.IsSurrogate(c))
                return false;
        }

        return true;
    }
}
