using System.Text;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery;

/// <summary>A page parsed once, with what the link finders ask for sorted out in one pass over its tree.</summary>
public sealed class PageView
{
    private readonly Encoding _encoding;
    private readonly Lazy<ScriptProgram> _program;
    private readonly Lazy<ListRequests> _requests;

    private PageView(string html, PageView whole)
    {
        (Url, Base, Html, Elements) = (whole.Url, whole.Base, html, Parsed(html));
        (_encoding, _program, _requests) = (whole._encoding, whole._program, whole._requests);
    }

    private PageView(Uri url, string html, Encoding encoding, IReadOnlyList<string> files)
    {
        Url = url;
        Html = html;
        _encoding = encoding;
        Elements = Parsed(html);
        Base = Elements.BaseHref is { } href && AddressText.Resolve(url, href, encoding) is { } stated ? stated : url;
        // Files first, as pages load them before the script that uses them.
        _program = new(() => ScriptProgram.Parse(files.Concat(Elements.Scripts), Elements.Values, Url));
        _requests = new(() => new(this));
    }

    /// <summary>Address that answered.</summary>
    public Uri Url { get; }

    /// <summary>Address that relative links count from.</summary>
    public Uri Base { get; }

    public string Html { get; }

    public PageElements Elements { get; }

    /// <summary>The page's inline scripts, and the files that were fetched for it.</summary>
    public ScriptProgram Program => _program.Value;

    /// <param name="encoding">Encoding of the page: queries that its links spell in Chinese are sent in it.</param>
    /// <param name="files">Texts of the script files that belong to it; none unless they were fetched.</param>
    public static PageView Parse(Uri url, string html, Encoding? encoding = null, IReadOnlyList<string>? files = null) => new(url, html, encoding ?? Encoding.UTF8, files ?? []);

    /// <summary>A piece of markup that the page holds as text: what it calls are the scripts of the page.</summary>
    public PageView Part(string markup) => new(markup, this);

    /// <summary>The link that an attribute's text makes on this page; null when it is none that can be followed.</summary>
    public FoundLink? Link(string? href, string text, LinkKind kind, string rule) =>
        AddressText.Resolve(Base, href, _encoding) is { } url ? new FoundLink(url, text, kind, rule) : null;

    /// <summary>A text as a form of this page sends it, percent-encoded in the page's encoding: GBK sites understand nothing else.</summary>
    public string Escape(string text) =>
        _encoding is UTF8Encoding || Ascii.IsValid(text) ? Uri.EscapeDataString(text) : string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii
            ? Uri.EscapeDataString(rune.ToString())
            : string.Concat(_encoding.GetBytes(rune.ToString()).Select(octet => $"%{octet:X2}"))));

    /// <summary>The link for what a script asks for, with how its rows lead to addresses and what counts its parts; null when it cannot be followed.</summary>
    internal FoundLink? Request(ScriptTarget target, string text, string rule) => _requests.Value.Link(target, text, rule);

    private static PageElements Parsed(string html)
    {
        var document = new HtmlDocument { OptionMaxNestedChildNodes = 2000, OptionReadEncoding = false };
        try
        {
            document.LoadHtml(html);
        }
        catch (Exception exception) when (exception.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            // Thousands of elements inside one another are an attack or a broken generator: such a page has no links.
            document.LoadHtml("");
        }

        return PageElements.Of(document.DocumentNode);
    }
}
