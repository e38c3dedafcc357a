using System.Collections.Frozen;

namespace Pipeline.Extractor.Normalising;

/// <summary>Folds Traditional characters to Simplified, one for one, so that lengths and places stay.</summary>
public static class SimplifiedCharacters
{
    private static readonly FrozenDictionary<char, char> Pairs = Load();

    public static string Fold(string text) =>
        text.Any(Pairs.ContainsKey) ? string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = Pairs.GetValueOrDefault(source[i], source[i]);
        }) : text;

    /// <summary>Share of the text's ideographs that are Traditional forms, 0..1.</summary>
    public static double TraditionalShare(string text)
    {
        var ideographs = text.Count(Characters.IsIdeograph);
        return ideographs == 0 ? 0 : (double)text.Count(Pairs.ContainsKey) / ideographs;
    }

    private static FrozenDictionary<char, char> Load()
    {
        using var reader = new StreamReader(typeof(SimplifiedCharacters).Assembly.GetManifestResourceStream("traditional-simplified.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length == 2).ToFrozenDictionary(line => line[0], line => line[1]);
    }
}
