using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.PdfPig.Painting;

/// <summary>Something that a page paints. Boxes are in points, origin top left, as the page is displayed.</summary>
internal abstract record Painted(PdfBox Box);

/// <param name="Size">Of the font, in points.</param>
/// <param name="Colour">Null where it has no single one.</param>
/// <param name="Alpha">0 for transparent to 1.</param>
/// <param name="IsUnpainted">Whether its rendering mode paints nothing.</param>
/// <param name="IsOptional">Whether it belongs to content that a viewer may switch off.</param>
/// <param name="Clip">Outside of it nothing shows.</param>
/// <param name="IsOtherwise">Whether the font may paint another character.</param>
/// <param name="Effect">Why it may look otherwise by the way that it is painted, as a code of <see cref="Pipeline.Contracts.Reasons.AppearanceReasons"/>; null where nothing says so.</param>
internal sealed record PaintedGlyph(PdfBox Box, string Text, double Size, Shade? Colour, double Alpha, bool IsUnpainted, bool IsOptional, PdfBox Clip, bool IsOtherwise = false, string? Effect = null) : Painted(Box);

/// <summary>A filled rectangle, a picture, or the box around another shape.</summary>
/// <param name="Colour">Null for a picture and for patterns.</param>
/// <param name="IsRough">Whether the shape fills only part of the box.</param>
/// <param name="IsDisc">Whether the shape is a filled circle, such as the mark before an entry of a list.</param>
internal sealed record PaintedArea(PdfBox Box, Shade? Colour, double Alpha, bool IsPicture = false, bool IsRough = false, bool IsDisc = false) : Painted(Box);

/// <summary>A straight line along the text.</summary>
internal sealed record PaintedLine(PdfBox Box) : Painted(Box);

/// <summary>A colour, each part 0..1.</summary>
internal readonly record struct Shade(double Red, double Green, double Blue)
{
    public static Shade Paper { get; } = new(1, 1, 1);

    /// <summary>The greatest difference of one part.</summary>
    public double Contrast(Shade other) => Math.Max(Math.Abs(Red - other.Red), Math.Max(Math.Abs(Green - other.Green), Math.Abs(Blue - other.Blue)));
}
