using System.Text;
using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Services;

namespace Pipeline.Crawler.Discovery;

/// <summary>The elements of a page that lead somewhere or tell what it is, gathered in one pass.</summary>
public sealed class PageElements
{
    // More rows than any page of a list shows: one that carries more is made by a program for programs.
    private const int MostCarriers = 2000;

    // Trees and lists; more are the settings of widgets.
    private const int MostData = 20;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _ownText = new();
    private readonly List<HtmlNode> _anchors = [];
    private readonly List<HtmlNode> _frames = [];
    private readonly List<HtmlNode> _metas = [];
    private readonly List<HtmlNode> _handlers = [];
    private readonly List<HtmlNode> _options = [];
    private readonly List<HtmlNode> _selects = [];
    private readonly List<HtmlNode> _links = [];
    private readonly List<HtmlNode> _carriers = [];
    private readonly List<PageImage> _images = [];
    private readonly List<string> _scriptFiles = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<PageForm> _forms = [];
    private List<HtmlNode> _inputs = [];
    private List<HtmlNode> _choices = [];
    private readonly List<string> _scripts = [];
    private readonly List<string> _headings = [];
    private readonly List<string> _islands = [];
    private readonly List<string> _markups = [];
    private readonly List<string> _data = [];
    private int _linkTextLength;
    private string? _allText;

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

    public IReadOnlyList<HtmlNode> Selects => _selects;

    /// <summary><c>link</c> elements with a <c>rel</c>.</summary>
    public IReadOnlyList<HtmlNode> Links => _links;

    /// <summary>Elements that carry data in attributes of their own (<c>data-id</c>): rows whose address a script makes.</summary>
    public IReadOnlyList<HtmlNode> Carriers => _carriers;

    /// <summary>The <c>src</c> of script elements, in order.</summary>
    public IReadOnlyList<string> ScriptFiles => _scriptFiles;

    /// <summary>Values of the inputs, by <c>id</c>: scripts read them.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Forms, each with its fields.</summary>
    public IReadOnlyList<PageForm> Forms => _forms;

    /// <summary>Contents of the script elements, those of data included.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    /// <summary>XML that stands in the page as data for its scripts.</summary>
    public IReadOnlyList<string> Islands => _islands;

    /// <summary>Markup that stands in the page as text for its scripts.</summary>
    public IReadOnlyList<string> Markups => _markups;

    /// <summary>JSON that stands in attributes as data for scripts.</summary>
    public IReadOnlyList<string> Data => _data;

    public string? BaseHref { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Text of the h1 to h3 elements.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>Visible text, blocks separated by blanks.</summary>
    public string Text => _allText ??= _text.ToString();

    /// <summary>The text that stands in no link: what the page itself says.</summary>
    public string OwnText => _ownText.ToString();

    public int TextLength => _text.Length;

    /// <summary>How much of the text stands in links.</summary>
    public int LinkTextLength => _linkTextLength;

    public int TableCells { get; private set; }

    /// <summary>Numbers that stand alone, as those in cells of a table do.</summary>
    public int Figures { get; private set; }

    public IReadOnlyList<PageImage> Images => _images;

    public static PageElements Of(HtmlNode root)
    {
        var elements = new PageElements();
        elements.Walk(root, inLink: false);
        return elements;
    }

    /// <summary>Content of the first meta element of that name, ignoring case; null when there is none.</summary>
    public string? Meta(string name) =>
        _metas.FirstOrDefault(meta => name.Equals(meta.GetAttributeValue("name", ""), StringComparison.OrdinalIgnoreCase)) is { } found
            ? HtmlEntity.DeEntitize(found.GetAttributeValue("content", ""))
            : null;

    private void Walk(HtmlNode parent, bool inLink)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node.NodeType == HtmlNodeType.Text)
                TakeText(((HtmlTextNode)node).Text.AsSpan().Trim(), inLink);
            else if (node.NodeType == HtmlNodeType.Element && Take(node))
                Walk(node, inLink || node.Name == "a");
        }
    }

    /// <returns>Whether the element's content is to be read.</returns>
    private bool Take(HtmlNode node)
    {
        var name = node.Name;
        if (node.HasAttributes && name is not ("a" or "area" or "option") && HasHandler(node))
            _handlers.Add(node);
        if (node.HasAttributes && _carriers.Count < MostCarriers && CarriesData(node))
            _carriers.Add(node);
        if (node.HasAttributes)
            TakeData(node);
        switch (name)
        {
            case "a" or "area":
                _anchors.Add(node);
                break;
            case "iframe" or "frame" or "embed" or "object":
                _frames.Add(node);
                if (HtmlEntity.DeEntitize(node.GetAttributeValue("srcdoc", "")) is var shown && shown.Contains("<a", StringComparison.OrdinalIgnoreCase))
                    _markups.Add(shown);
                break;
            case "script":
                _scripts.Add(node.InnerText);
                if (node.GetAttributeValue("src", "").Trim() is { Length: > 0 } file)
                    _scriptFiles.Add(file);
                if (node.GetAttributeValue("type", "").EndsWith("/xml", StringComparison.OrdinalIgnoreCase) && !DataStore.Is(node.InnerText))
                    _islands.Add(node.InnerText);
                return false;
            case "xml":
                _islands.Add(node.InnerHtml);
                return false;
            case "textarea" when HtmlEntity.DeEntitize(node.InnerHtml) is var held && held.Contains("<a", StringComparison.OrdinalIgnoreCase):
                _markups.Add(held);
                return false;
            // What is shown to those who run no scripts is shown to us; its excuses are no text of the page.
            case "noscript":
                _anchors.AddRange(node.Descendants("a"));
                return false;
            case "style":
                return false;
            case "meta":
                _metas.Add(node);
                break;
            case "base":
                BaseHref ??= node.GetAttributeValue("href", null!);
                break;
            case "title":
                Title = Title.Length > 0 ? Title : Clean(node.InnerText);
                return false;
            case "h1" or "h2" or "h3":
                _headings.Add(Clean(node.InnerText));
                break;
            case "option":
                _options.Add(node);
                break;
            case "form":
                _forms.Add(new(node, _inputs = [], _choices = []));
                break;
            case "select":
                _selects.Add(node);
                _choices.Add(node);
                break;
            case "link":
                _links.Add(node);
                break;
            case "input":
                _inputs.Add(node);
                if (node.GetAttributeValue("id", "") is { Length: > 0 } id)
                    _values.TryAdd(id, HtmlEntity.DeEntitize(node.GetAttributeValue("value", "")));
                break;
            case "td" or "th":
                TableCells++;
                break;
            case "img":
                _images.Add(new(node, _ownText.Length));
                break;
            default:
                break;
        }

        return true;
    }

    private void TakeText(ReadOnlySpan<char> text, bool inLink)
    {
        if (text.IsEmpty)
            return;
        _text.Append(text).Append(' ');
        if (inLink)
            _linkTextLength += text.Length;
        else
        {
            _ownText.Append(text).Append(' ');
            Figures += text.ContainsAnyExceptInRange('0', '9') ? 0 : 1;
        }
    }

    private static bool CarriesData(HtmlNode node)
    {
        foreach (var attribute in node.Attributes)
            if (attribute.Name.Contains('-', StringComparison.Ordinal) && !attribute.Name.StartsWith("aria-", StringComparison.Ordinal) && attribute.Value is { Length: > 0 and < 200 })
                return true;
        return false;
    }

    // data-nodes='[{"name": …}]'
    private void TakeData(HtmlNode node)
    {
        foreach (var attribute in node.Attributes)
            if (_data.Count < MostData && attribute.Value is ['[' or '{', _, ..] && HtmlEntity.DeEntitize(attribute.Value) is var data && data is ['[', '{', '"', ..] or ['{', '"', ..])
                _data.Add(data);
    }

    private static bool HasHandler(HtmlNode node)
    {
        foreach (var attribute in node.Attributes)
            if (attribute.Name is "onclick" or "data-url" or "data-href" or "data-link" or "data-src" or "data-file" or "ondblclick" or "onload")
                return true;
        return false;
    }

    /// <summary>Text with its entities decoded and every run of blanks made one.</summary>
    internal static string Clean(string text)
    {
        var plain = text.Contains('&', StringComparison.Ordinal) ? HtmlEntity.DeEntitize(text) : text;
        foreach (var c in plain)
            if (char.IsWhiteSpace(c))
                return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain;
    }
}
