using System.Text;
using System.Text.Unicode;
using HtmlAgilityPack;

namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>
/// Title and readable text of a page, found by one pass over its bytes: tags, scripts, styles and comments are passed over, blanks are left out. It stops as
/// soon as there is more text than any detector asks about, which pages of content have within their first few KiB.
/// </summary>
/// <param name="Title">Content of the title element; empty when there is none.</param>
/// <param name="Visible">What a reader without scripts sees; null where that is plenty, at least <see cref="Most"/> characters.</param>
internal sealed record ReadableText(string Title, string? Visible)
{
    /// <summary>Readable characters beyond which no page is taken for a challenge, a sign-in page or an error page.</summary>
    public const int Most = 1500;

    // No charset in use spends more bytes on a Chinese character than UTF-8 does.
    private const int MostBytes = Most * 3;

    public static ReadableText Of(ReadOnlySpan<byte> page)
    {
        var title = "";
        Span<byte> text = stackalloc byte[MostBytes];
        var length = 0;
        while (true)
        {
            var tag = page.IndexOf((byte)'<');
            foreach (var octet in tag < 0 ? page : page[..tag])
                if (octet > (byte)' ' && length < MostBytes)
                    text[length++] = octet;
            if (length == MostBytes)
                return new(title, null);
            if (tag < 0)
                return new(title, Decode(text[..length]));
            page = page[tag..];
            if (title.Length == 0 && Opens(page, "title"u8))
                title = Decode(Content(page, "</title"u8));
            page = page[End(page)..];
        }
    }

    private static int End(ReadOnlySpan<byte> tag)
    {
        if (tag.StartsWith("<!--"u8))
            return Beyond(tag, "-->"u8);
        if (Opens(tag, "script"u8))
            return Beyond(tag, "</script"u8);
        if (Opens(tag, "style"u8))
            return Beyond(tag, "</style"u8);
        return Opens(tag, "title"u8) ? Beyond(tag, "</title"u8) : Beyond(tag, ">"u8);
    }

    private static int Beyond(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark)
    {
        for (var at = 1; at <= text.Length - mark.Length; at++)
        {
            var next = text[at..].IndexOf(mark[0]);
            if (next < 0)
                break;
            at += next;
            if (at <= text.Length - mark.Length && Ascii.EqualsIgnoreCase(text.Slice(at, mark.Length), mark))
                return at + mark.Length;
        }

        return text.Length;
    }

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> element, ReadOnlySpan<byte> close)
    {
        var start = element.IndexOf((byte)'>') + 1;
        var end = Beyond(element, close);
        return start == 0 || end == element.Length ? default : element[start..Math.Max(start, end - close.Length)];
    }

    private static bool Opens(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name) =>
        tag.Length > name.Length + 1 && Ascii.EqualsIgnoreCase(tag.Slice(1, name.Length), name) && tag[name.Length + 1] is (byte)'>' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    // Which of the two charsets it is matters only for the Chinese words looked for: bytes that are sound UTF-8 are that, all others GB18030.
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        // The end may be cut within a character.
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
            if (Utf8.IsValid(bytes[..^cut]))
                return WithoutBlanks(Encoding.UTF8.GetString(bytes[..^cut]));
        return WithoutBlanks(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes));
    }

    private static string WithoutBlanks(string text)
    {
        var plain = text.Contains('&', StringComparison.Ordinal) ? HtmlEntity.DeEntitize(text) : text;
        var kept = new StringBuilder(plain.Length);
        foreach (var c in plain)
            if (!char.IsWhiteSpace(c) && c is not ('\u200b' or '\ufeff'))
                kept.Append(c);
        return kept.ToString();
    }
}
