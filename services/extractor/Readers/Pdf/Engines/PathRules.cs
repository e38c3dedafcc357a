namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>Finds the ruling lines that a painted path shows. Shared by the engines, so that both see the same lines.</summary>
internal static class PathRules
{
    /// <summary>A filled rectangle up to this thickness is a line, a thicker one an area; the thickest table frames seen have 3 points.</summary>
    private const double ThinnestArea = 4;

    /// <summary>Dots of a dotted border are joined later, so even short parts count; below this they are specks.</summary>
    private const double ShortestRule = 0.2;

    /// <summary>Points off its axis that a line may lean: scanners' and converters' rounding.</summary>
    private const double Lean = 1;

    /// <param name="clip">What is outside is not visible.</param>
    public static IEnumerable<PdfRule> Of(Subpath path, bool isStroked, bool isFilled, PdfBox clip)
    {
        if (isStroked)
            return Sides(path, clip);
        return isFilled && Rectangle(path) is { } box ? FilledRules(box.Intersect(clip)) : [];
    }

    private static IEnumerable<PdfRule> FilledRules(PdfBox box)
    {
        if (box.Width < 0 || box.Height < 0)
            return [];
        if (box.Height <= ThinnestArea && box.Height <= box.Width)
            return Kept(new PdfRule(true, box.MiddleY, box.Left, box.Right));
        if (box.Width <= ThinnestArea)
            return Kept(new PdfRule(false, box.MiddleX, box.Top, box.Bottom));
        return [];
    }

    private static IEnumerable<PdfRule> Sides(Subpath path, PdfBox clip)
    {
        var ends = path.IsClosed ? path.Points.Skip(1).Append(path.Points[0]) : path.Points.Skip(1);
        return path.Points.Zip(ends, (from, to) => Side(from, to, clip)).OfType<PdfRule>().SelectMany(Kept);
    }

    private static PdfRule? Side((double X, double Y) from, (double X, double Y) to, PdfBox clip)
    {
        var box = new PdfBox(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(from.X, to.X), Math.Max(from.Y, to.Y));
        var visible = box.Intersect(clip);
        if (visible.Width < 0 || visible.Height < 0)
            return null;
        if (box.Height <= Lean && box.Width > box.Height)
            return new PdfRule(true, box.MiddleY, visible.Left, visible.Right);
        return box.Width <= Lean ? new PdfRule(false, box.MiddleX, visible.Top, visible.Bottom) : null;
    }

    private static PdfBox? Rectangle(Subpath path)
    {
        var corners = path.Points.Length == 5 && path.Points[4] == path.Points[0] ? path.Points.AsSpan(0, 4) : path.Points.AsSpan();
        if (corners.Length != 4)
            return null;
        var box = new PdfBox(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in corners)
            box = box.Union(new PdfBox(x, y, x, y));
        foreach (var (x, y) in corners)
        {
            if (Math.Min(x - box.Left, box.Right - x) > Lean || Math.Min(y - box.Top, box.Bottom - y) > Lean)
                return null;
        }
        return box;
    }

    private static IEnumerable<PdfRule> Kept(PdfRule rule) => rule.Length >= ShortestRule ? [rule] : [];
}
