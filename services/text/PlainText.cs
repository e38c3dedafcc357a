using System.Text;

namespace Pipeline.Text;

/// <summary>
/// Text as it is compared and quoted: look-alikes such as Kangxi radicals (⼯ for 工) folded, pinyin glosses removed,
/// Traditional folded to Simplified, invisible characters dropped, runs of white space made one space. Idempotent.
/// </summary>
public static class PlainText
{
    public static string Of(string text) => CollapseBlanks(SimplifiedCharacters.Fold(PinyinGloss.Remove(CompatibleCharacters.Fold(text))));

    /// <summary><see cref="Of"/> without any white space.</summary>
    public static string Dense(string text) => Characters.Kept(Of(text), static c => c != ' ');

    private static string CollapseBlanks(string text)
    {
        if (!HasBlank(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Characters.IsBlank(c))
                result.Append(c);
            else if (char.IsWhiteSpace(c) && result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.Length > 0 && result[^1] == ' ' ? result.ToString(0, result.Length - 1) : result.ToString();
    }

    private static bool HasBlank(string text)
    {
        foreach (var c in text)
        {
            if (Characters.IsBlank(c))
                return true;
        }

        return false;
    }
}
