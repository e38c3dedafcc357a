using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>What the drawing of a page adds to its words.</summary>
/// <param name="Glyphs">Visible glyphs drawn.</param>
internal sealed record SvgPage(ImmutableArray<PdfRule> Rules, int Glyphs)
{
    public static SvgPage Empty { get; } = new([], 0);
}
