namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>Size of a page as displayed, in points.</summary>
internal readonly record struct PageSize(double Width, double Height);
