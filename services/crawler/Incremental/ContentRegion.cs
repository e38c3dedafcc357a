using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Incremental;

/// <summary>
/// Tells whether a page says the same as before. Only the text that stands in no link counts, so that menus and lists of other news are no change;
/// visit counters and clocks are taken out. Every other number counts: a corrected cell is what we are after.
/// </summary>
internal static partial class ContentRegion
{
    // Where none of these words stands, there is nothing to take out.
    private static readonly string[] Counters = ["浏览", "瀏覽", "点击", "點擊", "阅读", "閱讀", "访问", "訪問", "查看", "点阅", "人气", "位访客", "人次", "次访问"];

    private static readonly string[] Clocks = ["今天是", "现在是", "今日", "时间", "時間", "更新于"];

    /// <summary>Hash of what the page itself says, 32 hexadecimal digits.</summary>
    /// <param name="pictures">Pictures that say the rest.</param>
    public static string HashOf(PageView page, IReadOnlyList<Uri> pictures) => HashOf($"{page.Elements.Title} {page.Elements.OwnText}{string.Concat(pictures.Select(picture => $" {picture}"))}");

    /// <summary>Hash of what the pages say that one answer holds.</summary>
    public static string HashOf(IReadOnlyList<PageView> pages) => HashOf(string.Join('\n', pages.Select(page => $"{page.Elements.Title} {page.Elements.OwnText}")));

    /// <summary>Hash of all that a page shows, its links' names included: what a list says is its links.</summary>
    public static string HashOfAll(PageView page) => HashOf($"{page.Elements.Title} {page.Elements.Text}");

    private static string HashOf(string text)
    {
        if (Counters.Any(word => text.Contains(word, StringComparison.Ordinal)))
            text = Counter().Replace(text, " ");
        if (Clocks.Any(word => text.Contains(word, StringComparison.Ordinal)) || HasTime(text))
            text = Clock().Replace(text, " ");
        return Hash(WithoutBlanks(text.Replace("&nbsp;", "", StringComparison.Ordinal)));
    }

    /// <summary>Hash of an answer that is no document: there every byte counts.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16));

    // 9:05:30: two colons three characters apart.
    private static bool HasTime(ReadOnlySpan<char> text)
    {
        for (int colon; (colon = text.IndexOf(':')) >= 0; text = text[(colon + 1)..])
            if (colon + 3 < text.Length && text[colon + 3] == ':')
                return true;
        return false;
    }

    private static string Hash(ReadOnlySpan<char> words) => HashOf(MemoryMarshal.AsBytes(words));

    private static ReadOnlySpan<char> WithoutBlanks(string text)
    {
        var kept = new char[text.Length];
        var length = 0;
        foreach (var c in text)
            if (!char.IsWhiteSpace(c))
                kept[length++] = c;
        return kept.AsSpan(0, length);
    }

    [GeneratedRegex(@"(?:浏览|瀏覽|点击|點擊|阅读|閱讀|访问|訪問|查看|点阅|人气)(?:次数|次數|量|数|數|人数|率)?\s*(?:[:：(（\[]|为|&nbsp;)*\s*\d+\s*(?:次|人)?|(?:第|共有?|累计)\s*\d+\s*(?:位|次|人次)(?:访客|访问|訪問|浏览|来访)?")]
    private static partial Regex Counter();

    [GeneratedRegex(@"(?:今天是|现在是|今日|(?:当前|當前|北京|系统|服务器|打印|生成)(?:时间|時間)|更新于)\s*[:：]?\s*(?:\d{2,4}[年\-/]\d{1,2}[月\-/]\d{1,2}日?)?\s*(?:(?:星期|周)[一二三四五六日天])?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?|(?:页面)?执行时间\s*[:：]?\s*[\d.]+\s*(?:秒|ms)|\b\d{1,2}:\d{2}:\d{2}\b")]
    private static partial Regex Clock();
}
