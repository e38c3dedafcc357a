using System.Text;
using HtmlAgilityPack;

namespace Pipeline.Crawler.Discovery;

/// <summary>The elements of a page that lead somewhere or tell what it is, gathered in one pass.</summary>
public sealed class PageElements
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _ownText = new();
    private readonly List<HtmlNode> _anchors = [];
    private readonly List<HtmlNode> _frames = [];
    private readonly List<HtmlNode> _metas = [];
    private readonly List<HtmlNode> _handlers = [];
    private readonly List<HtmlNode> _options = [];
    private readonly List<string> _scripts = [];
    private readonly List<string> _headings = [];
    private int _linkTextLength;

    private PageElements()
    {
    }

    /// <summary>Elements with an <c>href</c>: anchors and areas.</summary>
    public IReadOnlyList<HtmlNode> Anchors => _anchors;

    /// <summary>iframe, frame, embed and object elements.</summary>
    public IReadOnlyList<HtmlNode> Frames => _frames;

    public IReadOnlyList<HtmlNode> Metas => _metas;

    /// <summary>Elements other than links with a click handler or a data attribute that may hold an address.</summary>
    public IReadOnlyList<HtmlNode> Handlers => _handlers;

    public IReadOnlyList<HtmlNode> Options => _options;

    /// <summary>Contents of the script elements, those of data included.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    public string? BaseHref { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Text of the h1 to h3 elements.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Visible text, blocks separated by blanks.</summary>
    public string Text => _text.ToString();

    /// <summary>The text that stands in no link: what the page itself says.</summary>
    public string OwnText => _ownText.ToString();

    public int TextLength => _text.Length;

    /// <summary>How much of the text stands in links.</summary>
    public int LinkTextLength => _linkTextLength;

    public int TableCells { get; private set; }

    public int Images { get; private set; }

    public static PageElements Of(HtmlNode root)
    {
        var elements = new PageElements();
        foreach (var node in root.Descendants())
            elements.Take(node);
        return elements;
    }

    /// <summary>Content of the first meta element of that name, ignoring case; null when there is none.</summary>
    public string? Meta(string name) =>
        _metas.FirstOrDefault(meta => name.Equals(meta.GetAttributeValue("name", ""), StringComparison.OrdinalIgnoreCase)) is { } found
            ? HtmlEntity.DeEntitize(found.GetAttributeValue("content", ""))
            : null;

    private void Take(HtmlNode node)
    {
        if (node.NodeType == HtmlNodeType.Text)
        {
            TakeText((HtmlTextNode)node);
            return;
        }

        if (node.NodeType != HtmlNodeType.Element)
            return;
        switch (node.Name)
        {
            case "a" or "area":
                _anchors.Add(node);
                break;
            case "iframe" or "frame" or "embed" or "object":
                _frames.Add(node);
                break;
            case "script":
                _scripts.Add(node.InnerText);
                break;
            case "meta":
                _metas.Add(node);
                break;
            case "base":
                BaseHref ??= node.GetAttributeValue("href", null!);
                break;
            case "title":
                Title = Title.Length > 0 ? Title : Clean(node.InnerText);
                break;
            case "h1" or "h2" or "h3":
                _headings.Add(Clean(node.InnerText));
                break;
            case "option":
                _options.Add(node);
                break;
            case "td" or "th":
                TableCells++;
                break;
            case "img":
                Images++;
                break;
            default:
                break;
        }

        if (node.Name is not ("a" or "area" or "option") && node.HasAttributes && node.Attributes.Any(IsHandler))
            _handlers.Add(node);
    }

    private void TakeText(HtmlTextNode node)
    {
        if (node.ParentNode?.Name is "script" or "style" or "title" or "noscript")
            return;
        var text = node.Text.AsSpan().Trim();
        if (text.IsEmpty)
            return;
        _text.Append(text).Append(' ');
        if (IsInLink(node))
            _linkTextLength += text.Length;
        else
            _ownText.Append(text).Append(' ');
    }

    private static bool IsInLink(HtmlNode node)
    {
        // Links hold a word or two of markup at most; whoever wraps a page in an anchor means no link.
        for (var (ancestor, steps) = (node.ParentNode, 0); ancestor is not null && steps < 3; ancestor = ancestor.ParentNode, steps++)
            if (ancestor.Name == "a")
                return true;
        return false;
    }

    private static bool IsHandler(HtmlAttribute attribute) =>
        attribute.Name is "onclick" or "data-url" or "data-href" or "data-link" or "data-src" or "data-file" or "ondblclick" or "onload";

    internal static string Clean(string text) => string.Join(' ', HtmlEntity.DeEntitize(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
