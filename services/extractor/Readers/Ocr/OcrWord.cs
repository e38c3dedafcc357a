using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>A run of characters as it was recognised.</summary>
/// <param name="Text">What most of the passes over it read.</param>
/// <param name="Other">What another pass read; null where all agree.</param>
/// <param name="Box">In points of the straightened page.</param>
/// <param name="Confidence">The engine's own, 0..1: the least sure of its characters, or more where its shape confirms it. It says little about whether the text is right; that the passes agree says more.</param>
internal sealed record OcrWord(string Text, string? Other, PdfBox Box, double Confidence);
