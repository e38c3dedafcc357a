using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>A page as it was laid out, without styles of its own: what is left of it is where things stand and how much of each text is seen.</summary>
/// <param name="Nodes">In document order, the document itself first; shadow trees and generated parts stand among the children of their elements.</param>
/// <param name="Texts">Each piece of text on one line, in the order of the nodes.</param>
/// <param name="IsSettled">Whether all scripts of the page did their work: none failed, and none asked for what is not there.</param>
public sealed record PaintedPage(ImmutableArray<PaintedNode> Nodes, ImmutableArray<PaintedText> Texts, bool IsSettled);

/// <param name="Parent">Index of its parent; -1 for the document.</param>
/// <param name="Name">Local name in lower case; <c>#text</c>, or such as <c>::before</c> for a generated part.</param>
/// <param name="Attributes">As in the tree.</param>
/// <param name="Style">Computed values of <see cref="PaintedStyle.Properties"/> by name; empty for what takes no part in the layout.</param>
/// <param name="Box">Null for what takes no part in the layout.</param>
public sealed record PaintedNode(int Parent, string Name, ImmutableDictionary<string, string> Attributes, ImmutableDictionary<string, string> Style, PaintedBox? Box);

/// <param name="Node">Index of the node that the text belongs to.</param>
/// <param name="Ink">How strongly each UTF-16 unit stands out from what is painted without it, 0 for nothing to 255 for black on white.</param>
/// <param name="IsStruck">Whether a line runs through it.</param>
public sealed record PaintedText(int Node, string Text, PaintedBox Box, ImmutableArray<byte> Ink, bool IsStruck);

/// <summary>Pixels of the page, origin top left.</summary>
public readonly record struct PaintedBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double MiddleX => Left + (Width / 2);

    public double MiddleY => Top + (Height / 2);

    /// <param name="slack">Pixels around the box that count as within.</param>
    public bool Holds(PaintedBox other, double slack) =>
        other.MiddleX >= Left - slack && other.MiddleX <= Right + slack && other.MiddleY >= Top - slack && other.MiddleY <= Bottom + slack;
}
