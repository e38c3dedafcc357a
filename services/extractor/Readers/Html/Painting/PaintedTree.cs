using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>Finds its way in a painted page: children, texts as seen, and the cell in which each is seen.</summary>
internal sealed class PaintedTree
{
    /// <summary>Pixels: text hangs over the edge of its cell by hairs.</summary>
    private const double Slack = 3;

    private readonly PaintedPage _page;
    private readonly List<int>[] _children;
    private readonly bool[] _isShown;
    private readonly bool[] _holdsBlocks;
    private readonly int[] _position;
    private readonly Dictionary<int, List<SeenText>> _ofNode = [];
    private readonly Dictionary<int, List<SeenText>> _ofCell = [];
    private readonly HashSet<int> _disturbed = [];

    public PaintedTree(PaintedPage page)
    {
        _page = page;
        var count = page.Nodes.Length;
        (_children, _isShown, _holdsBlocks, _position) = (new List<int>[count], new bool[count], new bool[count], new int[count]);
        var elements = new int[count];
        for (var i = 1; i < count; i++)
        {
            _position[i] = page.Nodes[i].Name[0] is '#' or ':' ? 0 : ++elements[page.Nodes[i].Parent];
        }

        // Parents stand before their children.
        for (var i = count - 1; i >= 0; i--)
        {
            var (node, parent) = (page.Nodes[i], page.Nodes[i].Parent);
            _isShown[i] |= node.Box is not null;
            (_children[i] ??= []).Reverse();
            if (parent >= 0)
            {
                (_children[parent] ??= []).Add(i);
                _isShown[parent] |= _isShown[i];
                _holdsBlocks[parent] |= _holdsBlocks[i] || IsBlock(i);
            }
        }

        Place();
    }

    public IEnumerable<int> Children(int node) => _children[node].Where(child => _isShown[child]);

    public PaintedNode this[int node] => _page.Nodes[node];

    /// <summary>CSS path of an element in the page as it stood when it was painted.</summary>
    public string PathOf(int node)
    {
        var steps = new Stack<string>();
        for (var step = node; step >= 0; step = _page.Nodes[step].Parent)
        {
            var name = _page.Nodes[step].Name;
            if (name[0] == '#')
            {
                continue;
            }

            steps.Push(name is "html" or "body" ? name : $"{name}:nth-child({_position[step]})");
        }

        return string.Join('>', steps);
    }

    public bool IsCell(int node) => Display(node) == "table-cell";

    /// <summary>Whether the node begins lines of its own.</summary>
    public bool IsBlock(int node) => Display(node) is { Length: > 0 } display && !display.StartsWith("inline", StringComparison.Ordinal) && display != "contents";

    /// <summary>Whether it is one short text, whatever it is made of: a cell of a layout without tables.</summary>
    public bool IsLeaf(int node) => IsBlock(node) && !_holdsBlocks[node] && Within(node).Sum(text => text.Text.Length) is > 0 and <= 24 && !SetsApart(node);

    /// <summary>Empty for texts, which have the styles of their element.</summary>
    public string Display(int node) => _page.Nodes[node].Name[0] == '#' ? "" : _page.Nodes[node].Style.GetValueOrDefault("display", "");

    /// <summary>Texts of the node itself, as seen.</summary>
    public IReadOnlyList<SeenText> Of(int node) => _ofNode.GetValueOrDefault(node, []);

    /// <summary>Texts that are seen in a cell, wherever they are written.</summary>
    public IReadOnlyList<SeenText> InCell(int cell) => _ofCell.GetValueOrDefault(cell, []);

    /// <summary>Whether text left the cell for none, or is hard to see in it.</summary>
    public bool IsDisturbed(int cell) => _disturbed.Contains(cell);

    /// <summary>Texts of the node and all within, in the order of the tree.</summary>
    public List<SeenText> Within(int node)
    {
        var found = new List<SeenText>();
        var waiting = new Stack<int>([node]);
        while (waiting.TryPop(out var next))
        {
            found.AddRange(Of(next));
            foreach (var child in _children[next].AsEnumerable().Reverse())
            {
                waiting.Push(child);
            }
        }

        return found;
    }

    private bool SetsApart(int node) => Children(node).Count(child => Display(child) is "inline-block" or "inline-flex" or "inline-grid" or "inline-table") > 1
        || Display(node) is "flex" or "grid" && Children(node).Count() > 1;

    private void Place()
    {
        var cells = Enumerable.Range(0, _page.Nodes.Length).Where(node => IsCell(node) && _page.Nodes[node].Box is not null).ToImmutableArray();
        foreach (var painted in _page.Texts)
        {
            if (IsStruck(painted.Node) || SeenText.Of(painted, RunsBackwards(painted.Node), Scrolls(painted.Node)) is not { } text)
            {
                continue;
            }

            // A dot before an entry of a list is no part of it, a number is.
            if (_page.Nodes[painted.Node].Name == "::marker" && !text.Text.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            var own = CellOf(painted.Node);
            (_ofNode.TryGetValue(painted.Node, out var known) ? known : _ofNode[painted.Node] = []).Add(text);
            var cell = own is { } its && _page.Nodes[its].Box!.Value.Holds(text.Box, Slack) ? its : Innermost(cells, text.Box) ?? own;
            if (cell is not { } seenIn)
            {
                continue;
            }

            (_ofCell.TryGetValue(seenIn, out var texts) ? texts : _ofCell[seenIn] = []).Add(text);
            if (text.IsDoubtful || own is null || !_page.Nodes[seenIn].Box!.Value.Holds(text.Box, Slack))
            {
                _disturbed.Add(seenIn);
            }
        }
    }

    private int? Innermost(ImmutableArray<int> cells, PaintedBox box) =>
        cells.Where(cell => _page.Nodes[cell].Box!.Value.Holds(box, 0)).Select(cell => (int?)cell).LastOrDefault();

    private int? CellOf(int node)
    {
        while (node >= 0 && !IsCell(node))
        {
            node = _page.Nodes[node].Parent;
        }

        return node < 0 || _page.Nodes[node].Box is null ? null : node;
    }

    // Both are inherited by what lies within, generated parts too, or set where the text stands.
    private bool RunsBackwards(int node)
    {
        var style = Styled(node);
        return style.GetValueOrDefault("direction") == "rtl" && style.GetValueOrDefault("unicode-bidi", "").Contains("override", StringComparison.Ordinal);
    }

    // The line is drawn in the colour of the letters and goes with them, so that no picture without letters shows it.
    private bool IsStruck(int node)
    {
        for (var step = node; step >= 0; step = _page.Nodes[step].Parent)
        {
            var style = _page.Nodes[step].Style;
            if (style.GetValueOrDefault("text-decoration-line", "").Contains("line-through", StringComparison.Ordinal) && !IsTransparent(style.GetValueOrDefault("text-decoration-color", "")))
            {
                return true;
            }

            // What is set apart from the line is not struck with it.
            if (Display(step) is "inline-block" or "inline-flex" or "inline-table" or "inline-grid" or "table-cell" || style.GetValueOrDefault("position") is "absolute" or "fixed" || style.GetValueOrDefault("float", "none") != "none")
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsTransparent(string color) => color.StartsWith("rgba(", StringComparison.Ordinal) && color.EndsWith(", 0)", StringComparison.Ordinal);

    private bool Scrolls(int node)
    {
        for (var step = _page.Nodes[node].Parent; step >= 0; step = _page.Nodes[step].Parent)
        {
            var outer = _page.Nodes[step];
            if (outer.Name is not ("html" or "body") && (outer.Style.GetValueOrDefault("overflow-y") is "auto" or "scroll" || outer.Style.GetValueOrDefault("overflow-x") is "auto" or "scroll"))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableDictionary<string, string> Styled(int node) => _page.Nodes[node].Style.IsEmpty || _page.Nodes[node].Name == "#text" ? _page.Nodes[_page.Nodes[node].Parent].Style : _page.Nodes[node].Style;
}
