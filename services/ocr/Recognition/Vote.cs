namespace Pipeline.Ocr.Recognition;

/// <summary>What several passes over one piece read → one text, and the other where they differ.</summary>
internal static class Vote
{
    /// <summary>Characters up to which a text may be a figure of which nothing was read right.</summary>
    private const int ShortText = 2;

    /// <param name="passes">In the order of trust.</param>
    /// <returns>The text that most passes read, and the first that differs from it; null where all agree.</returns>
    public static (string Text, string? Other) Of(IEnumerable<string> passes)
    {
        var read = passes.Select(Figures).ToList();
        var text = read.GroupBy(pass => pass, StringComparer.Ordinal).MaxBy(group => group.Count())!.Key;
        return (text, read.Find(pass => pass != text));
    }

    /// <summary>Whether the text is a figure or may be one that was misread: another pass is worth its time.</summary>
    public static bool MayBeFigure(string text) => text.Length <= ShortText || text.Count(IsFigure) * 2 >= text.Length;

    /// <summary>Whether a cell may well say this: a number, a sign for a blank, or words.</summary>
    public static bool IsClear(string text) => text.Length > ShortText || (text.Length > 0 && (text.All(IsFigure) || text.Any(IsIdeograph)));

    /// <summary>Whether the text is a label, about which passes may differ in a sign.</summary>
    public static bool IsWords(string text) => text.Count(IsIdeograph) >= ShortText;

    private static bool IsIdeograph(char character) => character is >= '\u4E00' and <= '\u9FFF';

    private static bool IsFigure(char character) => char.IsAsciiDigit(character) || IsLookAlike(character) || character is '.' or ',' or '-' or '/' or '—';

    /// <summary>Among digits a letter that looks like one is that digit; full-width signs are narrowed, and a flat stroke alone is a dash: tables have no 一 for a 1.</summary>
    private static string Figures(string text)
    {
        var narrow = string.Concat(text.Trim().Select(Narrow));
        if (narrow is ['一' or '—' or '–' or '－' or 'ー'])
            return GlyphShapes.Dash;
        return narrow.Length > 0 && narrow.All(character => char.IsAsciiDigit(character) || IsLookAlike(character) || character is '.' or ',')
            && narrow.Any(character => char.IsAsciiDigit(character) || IsLookAlike(character))
            ? string.Concat(narrow.Select(Digit)) : narrow;
    }

    private static char Narrow(char character) => character switch
    {
        >= '\uFF10' and <= '\uFF19' => (char)(character - '\uFF10' + '0'),
        _ => character,
    };

    private static bool IsLookAlike(char character) => character is 'O' or 'o' or '〇' or 'I' or 'l' or '|' or '丨' or '｜';

    private static char Digit(char character) => character switch
    {
        'O' or 'o' or '〇' => '0',
        'I' or 'l' or '|' or '丨' or '｜' => '1',
        _ => character,
    };
}
