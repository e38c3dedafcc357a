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
    private readonly Dictionary<IElement, int> _positions = [];
    private long _characters;

    public HtmlLocator Locator(IElement element, int? row = null, int? column = null) => new(PathOf(element), row, column);

    /// <exception cref="UnreadableDocumentException">too-large: the paths outgrow their budget.</exception>
    public string PathOf(IElement element)
    {
        if (_paths.TryGetValue(element, out var path))
        {
            return path;
        }

        // Without recursion: pages nest as deep as they like.
        var unknown = new Stack<IElement>([element]);
        while (unknown.Peek().ParentElement is { } parent && !_paths.TryGetValue(parent, out path))
        {
            unknown.Push(parent);
        }

        foreach (var step in unknown)
        {
            path = path is null ? Name(step) : Below(path, step);
            _paths.Add(step, path);
            _characters += path.Length;
            if (_characters > HtmlLimits.PathCharacters)
            {
                throw new UnreadableDocumentException(FailureReasons.TooLarge, "The page nests too many elements too deeply; no report does. Check the address.");
            }
        }

        return path!;
    }

    private string Below(string path, IElement element) => element is { LocalName: "body", ParentElement.ParentElement: null }
        ? $"{path}>body"
        : string.Create(CultureInfo.InvariantCulture, $"{path}>{Name(element)}:nth-child({Position(element)})");

    /// <summary>Names such as Word's <c>o:p</c> would need escapes that other selector engines read differently.</summary>
    private static string Name(IElement element) => !element.LocalName.AsSpan().ContainsAnyExcept(PlainName) ? element.LocalName : "*";

    private int Position(IElement element)
    {
        if (!_positions.TryGetValue(element, out var position))
        {
            var count = 0;
            foreach (var child in element.Parent!.ChildNodes)
            {
                if (child is Element sibling)
                {
                    _positions[sibling] = ++count;
                }
            }

            position = _positions[element];
        }

        return position;
    }
}
