using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>What parts of the reader look for anywhere in a page, found in one walk over it, in document order. What templates hold is no part of the page.</summary>
internal sealed class PageElements
{
    private readonly List<IElement> _scripts = [];
    private readonly List<IElement> _sheets = [];
    private readonly List<IElement> _metas = [];
    private readonly List<IElement> _shadowHosts = [];

    public PageElements(IDocument document)
    {
        CountedWork.Walked();
        var waiting = new Stack<INode>([document]);
        while (waiting.TryPop(out var node))
        {
            if (node is Element element)
                Note(element);
            var children = node.ChildNodes;
            for (var i = children.Length - 1; i >= 0; i--)
            {
                // The class: of an interface among the dozens of an element the runtime takes long to tell.
                if (children[i] is Element child)
                    waiting.Push(child);
            }
        }
    }

    public IReadOnlyList<IElement> Scripts => _scripts;

    /// <summary>Style elements and links.</summary>
    public IReadOnlyList<IElement> Sheets => _sheets;

    public IReadOnlyList<IElement> Metas => _metas;

    /// <summary>Elements in whose place a tree of their own is shown, and templates that make one.</summary>
    public IReadOnlyList<IElement> ShadowHosts => _shadowHosts;

    /// <summary>How many there are.</summary>
    public int Tables { get; private set; }

    private void Note(Element element)
    {
        switch (element.LocalName)
        {
            case "script":
                _scripts.Add(element);
                break;
            case "style" or "link":
                _sheets.Add(element);
                break;
            case "meta":
                _metas.Add(element);
                break;
            case "table":
                Tables++;
                break;
        }

        if (element.ShadowRoot is not null || element.Has("shadowrootmode"))
            _shadowHosts.Add(element);
    }
}
