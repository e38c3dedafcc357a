using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// A visible part of the page in reading order: an element, a text or a line break. What nobody sees has no box; what is invisible but keeps its
/// place, as with visibility:hidden, has a box without text.
/// </summary>
internal sealed class Box(BoxKind kind, Box? parent, IElement element, ComputedStyle style)
{
    public Box(BoxKind kind, Box parent, string text)
        : this(kind, parent, parent.Element, ComputedStyle.None) => Text = text;

    public BoxKind Kind { get; set; } = kind;

    public Box? Parent { get; } = parent;

    /// <summary>For texts and line breaks the element that they stand in.</summary>
    public IElement Element { get; } = element;

    /// <summary>Values of the page's own style by property; properties that it does not mention are missing.</summary>
    public ComputedStyle Style { get; } = style;

    /// <summary>Characters of a text as in the source, before white space collapses.</summary>
    public string Text { get; set; } = "";

    public List<Box> Children { get; } = [];

    /// <summary>How text within is painted.</summary>
    public Paint Paint { get; init; } = Paint.OfPage;

    /// <summary>Whether white space and line breaks of the source are shown.</summary>
    public bool KeepsSpace { get; init; }

    /// <summary>Whether it stands within a cell of a table.</summary>
    public bool IsInCell { get; } = parent is not null && (parent.IsInCell || parent.Kind == BoxKind.Cell);

    /// <summary>Why it may look other than it reads, as a code of <see cref="Pipeline.Contracts.Reasons.AppearanceReasons"/>; null where nothing says so.</summary>
    public string? Doubt { get; set; }

    public bool IsPicture => IsElement && Element.LocalName == "img";

    public bool IsElement => Kind is not (BoxKind.Text or BoxKind.LineBreak);

    /// <summary>Whether a descendant starts a line of its own or lays out cells.</summary>
    public bool HoldsBlocks { get; set; }

    /// <summary>Whether a descendant is a table box.</summary>
    public bool HoldsTables { get; set; }

    /// <summary>Whether a descendant is a picture.</summary>
    public bool HoldsPictures { get; set; }

    /// <summary>Whether a text within shows digits.</summary>
    public bool HoldsFigures { get; set; }

    /// <summary>Texts within that are more than white space.</summary>
    public int Pieces { get; set; }

    /// <summary>Whether digits within are there and not seen.</summary>
    public bool HidesFigures { get; set; }

    /// <summary>UTF-16 units of text within, white space at both ends of each piece left out.</summary>
    public int TextLength { get; set; }

    /// <summary>Whether it is set smaller, higher or lower than the line that it stands in, as footnote marks are.</summary>
    public bool IsRaised => Kind is BoxKind.Inline or BoxKind.InlineBlock && RaisedText.Is(this);

    public bool IsInlineLevel => Kind is BoxKind.Text or BoxKind.LineBreak or BoxKind.Inline or BoxKind.InlineBlock;
}
