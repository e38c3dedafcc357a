namespace Pipeline.Extractor.Readers.Html.Text;

internal enum CharacterClass
{
    Printed,
    Invisible,
    SourceLine,
    Space,
    IdeographicSpace,
}

/// <summary>How white space and line breaks of a source treat a character.</summary>
internal static class SourceCharacters
{
    public static CharacterClass Classify(char c) => c switch
    {
        // Most of any page; the rest below U+0100 and the marks are told apart.
        (> ' ' and < '\u007F') or (>= '\u3001' and <= '\uD7FF') => CharacterClass.Printed,
        '\n' or '\r' => CharacterClass.SourceLine,
        ' ' or '\t' or '\f' or '\v' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u2028' or '\u2029' => CharacterClass.Space,
        '\u3000' => CharacterClass.IdeographicSpace,
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF' or '\u180E' or (>= '\uFE00' and <= '\uFE0F') => CharacterClass.Invisible,
        < ' ' or (>= '\u007F' and < '\u00A0') => CharacterClass.Invisible,
        _ => CharacterClass.Printed,
    };

    /// <summary>East Asian ideographs and punctuation: lines break between them without a space. Full-width digits are not among them.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD800' and <= '\uDFFF') or (>= '\uFF01' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF5E')
            or '“' or '”' or '‘' or '’' or '—' or '…' or '〔' or '〕';
}
