using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A line or a table with the page that it stands on.</summary>
/// <param name="Line">Null for a table.</param>
/// <param name="Table">Null for a line.</param>
internal sealed record FlowItem(UprightPage Page, TextLine? Line, TableGrid? Table)
{
    public PdfBox Box { get; } = Line?.Box ?? Table!.Box;
}
