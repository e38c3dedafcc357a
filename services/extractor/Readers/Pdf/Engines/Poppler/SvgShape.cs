namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>A painted path with the map that places it and the box that cuts it.</summary>
internal sealed record SvgShape(string Data, SvgMatrix Matrix, PdfBox? Clip, SvgPaint Paint)
{
    /// <summary>The shape where a surface that holds it is used.</summary>
    public SvgShape Within(SvgMatrix outer, PdfBox? outerClip) => this with { Matrix = outer.After(Matrix), Clip = outerClip };

    public IEnumerable<PdfRule> Rules(SvgMatrix pageFit, PdfBox page)
    {
        var matrix = pageFit.After(Matrix);
        var clip = Clip is { } box ? Fit(box, pageFit).Intersect(page) : page;
        return SvgPath.Subpaths(Data, matrix).SelectMany(path => PathRules.Of(path, Paint.IsStroked, Paint.IsFilled, clip));
    }

    private static PdfBox Fit(PdfBox box, SvgMatrix pageFit)
    {
        var (left, top) = pageFit.Apply(box.Left, box.Top);
        var (right, bottom) = pageFit.Apply(box.Right, box.Bottom);
        return new PdfBox(left, top, right, bottom);
    }
}
