using System.Text;

namespace Pipeline.Extractor.Normalising;

/// <summary>
/// Text as it is compared and quoted: compatibility forms and Kangxi radicals (⼯ for 工) composed, pinyin glosses removed,
/// Traditional folded to Simplified, invisible characters dropped, runs of white space made one space. Idempotent.
/// </summary>
public static class PlainText
{
    public static string Of(string text)
    {
        var composed = text.IsNormalized(NormalizationForm.FormKC) ? text : Compose(text);
        return CollapseBlanks(SimplifiedCharacters.Fold(PinyinGloss.Remove(composed)));
    }

    /// <summary><see cref="Of"/> without any white space.</summary>
    public static string Dense(string text) => string.Concat(Of(text).Where(c => c != ' '));

    // Composed only where the character class asks for it: NFKC over everything would turn ① into a digit and the full-width
    // punctuation of Chinese prose into ASCII.
    private static string Compose(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is (>= '\u2E80' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A'))
                result.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            else
                result.Append(c);
        }

        return result.ToString();
    }

    private static string CollapseBlanks(string text)
    {
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
}
