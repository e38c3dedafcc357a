using System.Text;
using HtmlAgilityPack;

namespace Pipeline.Crawler.Fetching.States;

/// <summary>An answered page as the recognisers look at it: its beginning at once, its readable text only when one asks.</summary>
public sealed class PageGlance
{
    // Challenge pages set their script up, and error pages say so, within the first few KiB.
    private const int Beginning = 32 << 10;

    // Beyond, a page has content enough to be judged by what is there.
    private const int MostRead = 512 << 10;

    private readonly Answered _answer;
    private readonly Lazy<string> _head;
    private readonly Lazy<HtmlDocument> _document;
    private readonly Lazy<string> _visible;

    public PageGlance(Answered answer)
    {
        _answer = answer;
        _head = new(() => Decode(answer.Body.Span, Beginning));
        _document = new(Parse);
        _visible = new(() => ReadableText(_document.Value));
    }

    public int Status => _answer.Status;

    public Uri Url => _answer.Url;

    /// <summary>Markup of the beginning.</summary>
    public string Markup => _head.Value;

    /// <summary>Content of the title element without blanks; empty when there is none.</summary>
    public string Title => WithoutBlanks(_document.Value.DocumentNode.SelectSingleNode("//title")?.InnerText ?? "");

    /// <summary>What a reader without scripts sees, less all blanks and the title.</summary>
    public string Visible => _visible.Value;

    public int Links => _document.Value.DocumentNode.SelectNodes("//a[@href]")?.Count ?? 0;

    public bool HasPasswordField => _document.Value.DocumentNode.SelectNodes("//input")?.Any(input => input.GetAttributeValue("type", "").Equals("password", StringComparison.OrdinalIgnoreCase)) ?? false;

    public string? Header(string name) => _answer.Header(name);

    public bool SetsCookie(string start) => _answer.Headers.Any(header =>
        header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && header.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    public bool Says(string text) => Markup.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the body is markup, whatever its label: attachments are not looked at.</summary>
    public static bool IsPage(Answered answer)
    {
        var body = answer.Body.Span;
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        var start = body.TrimStart(" \t\r\n"u8);
        return start.IsEmpty ? answer.Status != 200 : start[0] == '<' || (answer.Header("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? false);
    }

    // Which of the two charsets it is matters only for the Chinese words looked for: bytes that are sound UTF-8 are that, all others GB18030.
    private static string Decode(ReadOnlySpan<byte> body, int most)
    {
        var part = body[..Math.Min(body.Length, most)];
        // A cut may split the last character: it takes up to three bytes.
        for (var cut = 0; cut < 4 && cut <= part.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(part[..^cut]))
                return Encoding.UTF8.GetString(part[..^cut]);
        return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(part);
    }

    private HtmlDocument Parse()
    {
        // Nesting beyond all reason would exhaust the stack of the recursive walks.
        var document = new HtmlDocument { OptionMaxNestedChildNodes = 500 };
        try
        {
            document.LoadHtml(Decode(_answer.Body.Span, MostRead));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The library states a page nested too deep as a bare Exception. Such a page is no challenge and no error page.
            document = new HtmlDocument();
            document.LoadHtml(new string('深', MostRead));
        }

        return document;
    }

    private static string ReadableText(HtmlDocument document)
    {
        var text = new StringBuilder();
        foreach (var node in document.DocumentNode.Descendants())
            if (node is HtmlTextNode leaf && leaf.ParentNode?.Name is not ("script" or "style" or "title"))
                text.Append(leaf.Text);
        return WithoutBlanks(text.ToString());
    }

    private static string WithoutBlanks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in HtmlEntity.DeEntitize(text))
            if (!char.IsWhiteSpace(c) && c is not ('\u200b' or '\ufeff'))
                kept.Append(c);
        return kept.ToString();
    }
}
