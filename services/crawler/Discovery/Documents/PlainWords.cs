using System.Collections.Frozen;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>Text as it is compared: without blanks, without the readings that mirrors put into words (規(guī)范), the usual Traditional characters made Simplified.</summary>
public static class PlainWords
{
    // Only characters of the words that are looked for; a full table belongs to the extractor.
    private const string Traditional = "報開務總體況動請複議訴訟問題進項門資訊處時間點擊數瀏覽閱讀規範製";
    private const string Simplified = "报开务总体况动请复议诉讼问题进项门资讯处时间点击数浏览阅读规范制";

    // The longest syllable with its tone mark has six letters; some glosses are written twice.
    private const int LongestReading = 8;

    private static readonly FrozenDictionary<char, char> Simple = Traditional.Zip(Simplified).DistinctBy(pair => pair.First).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

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
                plain[length++] = Simple.TryGetValue(c, out var simple) ? simple : c;
        }

        return new string(plain, 0, length);
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
