using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>Text as it is compared: without blanks, without the readings that mirrors put into words (規(guī)范), the usual Traditional characters made Simplified.</summary>
public static partial class PlainWords
{
    // Only characters of the words that are looked for; a full table belongs to the extractor.
    private const string Traditional = "報開務總體況動請複議訴訟問題進項門資訊處時間點擊數瀏覽閱讀規範製";
    private const string Simplified = "报开务总体况动请复议诉讼问题进项门资讯处时间点击数浏览阅读规范制";

    public static string Of(string text)
    {
        var plain = Reading().IsMatch(text) ? Reading().Replace(text, "") : text;
        return string.Create(plain.Length, plain, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                span[i] = Traditional.IndexOf(source[i], StringComparison.Ordinal) is >= 0 and var at ? Simplified[at] : source[i];
        });
    }

    [GeneratedRegex(@"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,8}\)|\s+")]
    private static partial Regex Reading();
}
