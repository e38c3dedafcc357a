using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// A visible part of the page in reading order: an element, a text or a line break. What nobody sees has no box; what is invisible but keeps its
/// place, as with visibility:hidden, has a box without text.
/// </summary>
internal sealed class Box(BoxKind kind, Box? parent, IElement element, IReadOnlyDictionary<string, string> style)
{
    private static readonly IReadOnlyDictionary<string, string> NoStyle = new Dictionary<string, string>(StringComparer.Ordinal);

    public Box(BoxKind kind, Box parent, string text)
        : this(kind, parent, parent.Element, NoStyle) => Text = text;

    public BoxKind Kind { get; set; } = kind;

    public Box? Parent { get; } = parent;

    /// <summary>For texts and line breaks the element that they stand in.</summary>
    public IElement Element { get; } = element;

    /// <summary>Values of the page's own style by property; properties that it does not mention are missing.</summary>
    public IReadOnlyDictionary<string, string> Style { get; } = style;

    /// <summary>Characters of a text as in the source, before white space collapses.</summary>
    public string Text { get; } = "";

    public List<Box> Children { get; } = [];

    /// <summary>Whether white space and line breaks of the source are shown.</summary>
    public bool KeepsSpace { get; init; }

    public bool IsElement => Kind is not (BoxKind.Text or BoxKind.LineBreak);

    /// <summary>Whether a descendant starts a line of its own or lays out cells.</summary>
    public bool HoldsBlocks { get; set; }

    /// <summary>Whether a descendant is a table box.</summary>
    public bool HoldsTables { get; set; }

    /// <summary>UTF-16 units of text within, white space at both ends of each piece left out.</summary>
    public int TextLength { get; set; }

    public bool IsInlineLevel => Kind is BoxKind.Text or BoxKind.LineBreak or BoxKind.Inline or BoxKind.InlineBlock;
}
