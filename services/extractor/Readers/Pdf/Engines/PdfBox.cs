namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>A box in points, origin top left, as the page is displayed.</summary>
public readonly record struct PdfBox(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Area => Width * Height;

    public double MiddleX => (Left + Right) / 2;

    public double MiddleY => (Top + Bottom) / 2;

    public PdfBox Union(PdfBox other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The common part; has a negative width or height where the boxes are apart.</summary>
    public PdfBox Intersect(PdfBox other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    /// <exception cref="InvalidOperationException">There is no box.</exception>
    public static PdfBox Around(IEnumerable<PdfBox> boxes) => boxes.Aggregate((all, box) => all.Union(box));
}
