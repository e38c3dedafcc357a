namespace Pipeline.Text;

/// <summary>
/// Folds look-alikes to the characters that they stand for: Kangxi radicals (⼯ for 工), compatibility ideographs, full-width digits and
/// letters. Not all of Unicode's compatibility forms: ① must not become a digit, nor the punctuation of Chinese prose ASCII.
/// </summary>
public static class CompatibleCharacters
{
    private static readonly CharacterTable Table = new("compatibility-characters.txt");

    public static char Fold(char c) => Table.Fold(c);

    public static string Fold(string text) => Table.Fold(text);
}
