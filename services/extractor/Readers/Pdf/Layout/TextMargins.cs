namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Where the prose of a page begins and ends, and its usual font size.</summary>
internal sealed record TextMargins(double Left, double Right, double Em)
{
    /// <summary>Share of the page's or column's width that makes a line prose rather than a heading or a signature.</summary>
    private const double ProseWidth = 0.4;

    /// <summary>Margins that no line reaches, so that no line counts as full.</summary>
    public static TextMargins Unknown(double bodyEm) => new(double.NegativeInfinity, double.PositiveInfinity, bodyEm);

    /// <returns>Null where there is no prose to tell.</returns>
    public static TextMargins? Of(IEnumerable<FlowItem> lines, double bodyEm)
    {
        var prose = lines.Where(item => item.Line!.Segments.Length == 1 && item.Box.Width > item.Page.TextWidth * ProseWidth && item.Line.Em < bodyEm * Headings.Larger).ToList();
        return prose.Count == 0
            ? null
            : new TextMargins(prose.Min(item => item.Box.Left), prose.Max(item => item.Box.Right), bodyEm);
    }
}
