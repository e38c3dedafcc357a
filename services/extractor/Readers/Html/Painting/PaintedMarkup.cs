using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>
/// Writes down a painted page as a plain one that reads as it looks: cells with the text that is seen in them, rows and cells in the order in which they
/// stand, everything else with the styles that say what stands beside what. Without recursion: pages nest as deep as they like.
/// </summary>
internal sealed class PaintedMarkup
{
    /// <summary>Attribute of a cell of which it is not certain what a person reads.</summary>
    public const string Doubt = "data-doubt";

    /// <summary>Characters: longer cells hold paragraphs.</summary>
    private const int LongestCell = 120;

    private static readonly string[] Kept = ["class", "id", "role", "rowspan", "colspan", "href", "open"];

    private readonly PaintedTree _tree;
    private readonly IHtmlDocument _document = new HtmlParser().ParseDocument("<!DOCTYPE html><html><head></head><body></body></html>");
    private readonly Dictionary<IElement, int> _origins = [];
    private readonly Stack<(int Node, IElement Into)> _waiting = new();

    private PaintedMarkup(PaintedTree tree) => _tree = tree;

    public IHtmlDocument Document => _document;

    public static PaintedMarkup Of(PaintedPage page)
    {
        var markup = new PaintedMarkup(new PaintedTree(page));
        var body = Array.FindIndex([.. page.Nodes], node => node.Name == "body");
        if (body >= 0)
        {
            markup.Write(body);
        }

        return markup;
    }

    /// <summary>Path of the element in the page as it stood when it was painted.</summary>
    public string PathOf(IElement element) => _origins.TryGetValue(element, out var at) ? _tree.PathOf(at) : "html>body";

    private void Write(int body)
    {
        WaitFor(Ordered(body), _document.Body!);
        while (_waiting.TryPop(out var next))
        {
            var node = _tree[next.Node];
            if (node.Name == "#text")
            {
                Text(next.Node, next.Into);
            }
            else if (node.Name[0] == ':')
            {
                // What numbers and dots a list is no text of the report.
                if (node.Name != "::marker")
                {
                    WaitFor(_tree.Children(next.Node), next.Into);
                    Text(next.Node, next.Into);
                }
            }
            else if (node.Name[0] == '#')
            {
                // The root of a shadow tree.
                WaitFor(_tree.Children(next.Node), next.Into);
            }
            else
            {
                Element(next.Node, next.Into);
            }
        }
    }

    private void Element(int at, IElement into)
    {
        var element = _document.CreateElement(NameOf(_tree[at].Name));
        foreach (var name in Kept)
        {
            if (_tree[at].Attributes.TryGetValue(name, out var value))
            {
                element.SetAttribute(name, value);
            }
        }

        _origins.Add(element, at);
        if (Style(at) is { Length: > 0 } style)
        {
            element.SetAttribute("style", style);
        }

        into.AppendChild(element);
        var isCell = _tree.IsCell(at);
        if (!isCell && !_tree.IsLeaf(at))
        {
            WaitFor(Ordered(at), element);
            Text(at, element);
            return;
        }

        var texts = isCell ? _tree.InCell(at) : _tree.Within(at);
        if (isCell && (texts.Sum(text => text.Text.Length) > LongestCell || HoldsTables(at)))
        {
            // A cell that lays out the page.
            WaitFor(Ordered(at), element);
            return;
        }

        SeenLines.Write(texts, element);
        if ((isCell ? _tree.IsDisturbed(at) : texts.Any(text => text.IsDoubtful)) || SeenLines.Clash(texts))
        {
            element.SetAttribute(Doubt, "");
        }
    }

    private void Text(int at, IElement into)
    {
        var text = string.Concat(_tree.Of(at).Select(seen => seen.Text));
        if (text.Length > 0)
        {
            into.AppendChild(_document.CreateTextNode(text));
        }
    }

    private void WaitFor(IEnumerable<int> nodes, IElement into)
    {
        foreach (var node in nodes.Reverse())
        {
            _waiting.Push((node, into));
        }
    }

    // Rows from top to bottom, cells from left to right, wherever they are written.
    private IEnumerable<int> Ordered(int at) => _tree.Display(at) switch
    {
        "table-row" => _tree.Children(at).OrderBy(child => _tree[child].Box?.Left),
        "table" or "inline-table" or "table-row-group" => _tree.Children(at).OrderBy(child => _tree[child].Box?.Top),
        "flex" or "inline-flex" => FlexOrdered(at),
        _ => _tree.Children(at),
    };

    private IEnumerable<int> FlexOrdered(int at)
    {
        var style = _tree[at].Style;
        return style.GetValueOrDefault("flex-direction", "row").StartsWith("column", StringComparison.Ordinal) ? _tree.Children(at).OrderBy(child => _tree[child].Box?.Top)
            : style.GetValueOrDefault("flex-wrap", "nowrap") == "nowrap" ? _tree.Children(at).OrderBy(child => _tree[child].Box?.Left)
            : _tree.Children(at).OrderBy(child => _tree[child].Box?.Top).ThenBy(child => _tree[child].Box?.Left);
    }

    private bool HoldsTables(int cell) => Descendants(cell).Any(node => _tree.Display(node) is "table" or "inline-table");

    private IEnumerable<int> Descendants(int node)
    {
        var waiting = new Stack<int>(_tree.Children(node));
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var child in _tree.Children(next))
            {
                waiting.Push(child);
            }
        }
    }

    private string Style(int at)
    {
        var (style, node) = (new StringBuilder(), _tree[at]);
        foreach (var (name, value) in node.Style.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // Order and direction are those in which things now stand.
            var isDone = name is "direction" or "unicode-bidi" or "overflow-x" or "overflow-y" or "animation-name" or "text-decoration-line" or "text-decoration-color" || (name == "order" && _tree.Display(node.Parent) is "flex" or "inline-flex");
            if (!isDone && value is not ("" or "none" or "normal" or "auto" or "static" or "nowrap" or "ltr" or "visible" or "0" or "row"))
            {
                style.Append(CultureInfo.InvariantCulture, $"{name}:{(name == "flex-direction" ? value.Replace("-reverse", "", StringComparison.Ordinal) : value)};");
            }
        }

        var isPlaced = node.Style.GetValueOrDefault("position") is "absolute" or "fixed" || node.Style.GetValueOrDefault("float", "none") != "none" || _tree.Display(at) is "inline-block" || (node.Parent >= 0 && _tree.Display(node.Parent) is "flex" or "inline-flex");
        if (isPlaced && node.Box is { } box)
        {
            style.Append(CultureInfo.InvariantCulture, $"left:{box.Left}px;top:{box.Top}px;width:{box.Width}px;height:{box.Height}px;");
        }

        return style.ToString();
    }

    private static string NameOf(string name) => name is "dialog" or "noscript" or "template" or "object" ? "div" : name is "svg" or "g" or "tspan" or "text" or "input" or "textarea" or "select" or "button" ? "span" : name;
}
