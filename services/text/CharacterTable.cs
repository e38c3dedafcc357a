using System.Collections.Frozen;

namespace Pipeline.Text;

/// <summary>Characters and what each stands for, one for one, so that lengths and places stay. Read from an embedded table.</summary>
internal sealed class CharacterTable
{
    private readonly FrozenDictionary<char, char> _pairs;

    /// <param name="name">File in this folder: a pair a line, comments behind '#'.</param>
    public CharacterTable(string name)
    {
        using var reader = new StreamReader(typeof(CharacterTable).Assembly.GetManifestResourceStream(name)!);
        _pairs = reader.ReadToEnd().Split('\n').Where(line => line.Length == 2).ToFrozenDictionary(line => line[0], line => line[1]);
    }

    public bool Contains(char c) => _pairs.ContainsKey(c);

    public string Fold(string text)
    {
        foreach (var c in text)
        {
            if (_pairs.ContainsKey(c))
                return Replaced(text);
        }

        return text;
    }

    private string Replaced(string text) => string.Create(text.Length, (text, _pairs), static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source._pairs.GetValueOrDefault(source.text[i], source.text[i]);
    });
}
