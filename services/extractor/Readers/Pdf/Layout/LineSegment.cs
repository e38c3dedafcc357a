using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A part of a line that gaps set apart.</summary>
internal sealed record LineSegment(string Text, PdfBox Box);
