namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>Text as it is compared: without blanks, without the readings that mirrors put into words (規(guī)范), the usual Traditional characters made Simplified.</summary>
public static class PlainWords
{
    // Only characters of the words that are looked for; a full table belongs to the extractor.
    private const string Traditional = "報開務總體況動請複議訴訟問題進項門資訊處時間點擊數瀏覽閱讀規範製";
    private const string Simplified = "报开务总体况动请复议诉讼问题进项门资讯处时间点击数浏览阅读规范制";

    // The longest syllable with its tone mark has six letters; some glosses are written twice.
    private const int LongestReading = 8;

    // Each character of the two-byte planes stands for itself, but for those above: every character of every page is looked up.
    private static readonly char[] Simple = Table();

    public static string Of(string text)
    {
        var plain = new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
                continue;
            if (c == '(' && ReadingLength(text.AsSpan(at + 1)) is > 0 and var reading)
                at += reading + 1;
            else
                plain[length++] = Simple[c];
        }

        return new string(plain, 0, length);
    }

    private static char[] Table()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
            table[c] = (char)c;
        foreach (var (traditional, simplified) in Traditional.Zip(Simplified))
            table[traditional] = simplified;
        return table;
    }

    // Letters up to the closing bracket; zero when it is no reading.
    private static int ReadingLength(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && at <= LongestReading; at++)
        {
            if (text[at] == ')')
                return at;
            if (!char.IsAsciiLetterLower(text[at]) && text[at] is not (>= '\u00E0' and <= '\u01DC'))
                return 0;
        }

        return 0;
    }
}
