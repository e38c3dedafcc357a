using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery;

/// <summary>Decodes a page for its links. Labels lie: a byte order mark counts first, then valid UTF-8, then header and meta, then GB18030.</summary>
public static partial class PageDecoder
{
    // As far as browsers look for a meta label.
    private const int LabelBytes = 2048;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static (string Text, Encoding Encoding) Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8.GetString(bytes[3..]), Encoding.UTF8);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return (Encoding.Unicode.GetString(bytes[2..]), Encoding.Unicode);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), Encoding.BigEndianUnicode);
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return (StrictUtf8.GetString(bytes), Encoding.UTF8);
        var encoding = Labelled(contentType) ?? Labelled(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LabelBytes)])) ?? Gb18030;
        return (encoding.GetString(bytes), encoding);
    }

    private static Encoding? Labelled(string? text)
    {
        if (text is null || Label().Match(text) is not { Success: true } match)
            return null;
        // Latin-1 on a Chinese page is a server's default and no statement; gb2312 pages use characters of its successors.
        return match.Groups[1].Value.ToLowerInvariant() switch
        {
            "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" => Gb18030,
            "big5" or "big5-hkscs" => CodePagesEncodingProvider.Instance.GetEncoding("big5"),
            "utf-8" or "utf8" => Encoding.UTF8,
            "utf-16" or "utf-16le" => Encoding.Unicode,
            _ => null,
        };
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([\w-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
