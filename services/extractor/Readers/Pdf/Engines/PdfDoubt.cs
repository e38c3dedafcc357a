namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>A place of a page that may look otherwise than it reads.</summary>
/// <param name="Code">One of <see cref="Contracts.Reasons.AppearanceReasons"/>.</param>
public readonly record struct PdfDoubt(string Code, PdfBox Box);
