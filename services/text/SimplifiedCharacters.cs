namespace Pipeline.Text;

/// <summary>Folds Traditional characters to Simplified.</summary>
public static class SimplifiedCharacters
{
    private static readonly CharacterTable Table = new("traditional-simplified.txt");

    public static char Fold(char c) => Table.Fold(c);

    public static string Fold(string text) => Table.Fold(text);
}
