namespace Pipeline.Text;

/// <summary>Characters and what each stands for, one for one, so that lengths and places stay. Read from an embedded table.</summary>
internal sealed class CharacterTable
{
    // A place for every character: these tables are asked about each character of each text of a document.
    private readonly char[] _folded = new char[char.MaxValue + 1];

    /// <param name="name">File in this folder: a pair a line, comments behind '#'.</param>
    public CharacterTable(string name)
    {
        for (var c = 0; c < _folded.Length; c++)
            _folded[c] = (char)c;
        using var reader = new StreamReader(typeof(CharacterTable).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 2)
                _folded[line[0]] = line[1];
        }
    }

    public char Fold(char c) => _folded[c];

    /// <returns>The same instance when nothing is to be folded.</returns>
    public string Fold(string text)
    {
        foreach (var c in text)
        {
            if (_folded[c] != c)
                return Replaced(text);
        }

        return text;
    }

    private string Replaced(string text) => string.Create(text.Length, (text, _folded), static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source._folded[source.text[i]];
    });
}
