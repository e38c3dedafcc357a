using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>CSS paths of elements of one document, unique in its tree. Child positions are counted once per parent.</summary>
internal sealed class ElementPaths
{
    private static readonly SearchValues<char> PlainName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly Dictionary<IElement, string> _paths = [];
    private readonly HashSet<INode> _counted = [];
    private readonly Dictionary<IElement, int> _positions = [];
    private long _characters;

    public HtmlLocator Locator(IElement element, int? row = null, int? column = null) => new(PathOf(element), row, column);

    /// <exception cref="UnreadableDocumentException">too-large: the paths outgrow their budget.</exception>
    public string PathOf(IElement element)
    {
        var chain = new Stack<IElement>();
        var path = "";
        for (IElement? step = element; step is not null; step = step.ParentElement)
        {
            if (_paths.TryGetValue(step, out var known))
            {
                path = known;
                break;
            }

            chain.Push(step);
        }

        foreach (var step in chain)
        {
            path = step.ParentElement is null ? Name(step) : $"{path}>{Step(step)}";
            _paths.Add(step, path);
            _characters += path.Length;
            if (_characters > HtmlLimits.PathCharacters)
            {
                throw new UnreadableDocumentException(FailureReasons.TooLarge, "The page nests too many elements too deeply; no report does. Check the address.");
            }
        }

        return path;
    }

    private string Step(IElement element) => element is { LocalName: "body", ParentElement.ParentElement: null }
        ? "body"
        : string.Create(CultureInfo.InvariantCulture, $"{Name(element)}:nth-child({Position(element)})");

    /// <summary>Names such as Word's <c>o:p</c> would need escapes that other selector engines read differently.</summary>
    private static string Name(IElement element) => !element.LocalName.AsSpan().ContainsAnyExcept(PlainName) ? element.LocalName : "*";

    private int Position(IElement element)
    {
        if (_counted.Add(element.Parent!))
        {
            var position = 0;
            foreach (var child in element.Parent!.ChildNodes)
            {
                if (child is IElement sibling)
                {
                    _positions[sibling] = ++position;
                }
            }
        }

        return _positions[element];
    }
}
