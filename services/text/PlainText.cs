namespace Pipeline.Text;

/// <summary>
/// Text as it is compared and quoted: look-alikes such as Kangxi radicals (⼯ for 工) folded, pinyin glosses removed,
/// Traditional folded to Simplified, invisible characters dropped, runs of white space made one space. Idempotent.
/// </summary>
public static class PlainText
{
    public static string Of(string text) => CollapseBlanks(SimplifiedCharacters.Fold(PinyinGloss.Remove(CompatibleCharacters.Fold(text))));

    /// <summary><see cref="Of"/> without any white space.</summary>
    public static string Dense(string text) => Of(text).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string CollapseBlanks(string text)
    {
        if (!Characters.HasBlank(text))
            return text;
        Span<char> result = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!Characters.IsBlank(c))
                result[length++] = c;
            else if (char.IsWhiteSpace(c) && length > 0 && result[length - 1] != ' ')
                result[length++] = ' ';
        }

        return new string(result[..length].TrimEnd(' '));
    }
}
