using OpenCvSharp;

namespace Pipeline.Ocr.Recognition;

/// <summary>A line of text, or a part of one, to be recognised.</summary>
/// <param name="Box">Of its ink, in pixels of the page.</param>
/// <param name="IsCell">Whether it stands in a cell of a table.</param>
/// <param name="Parts">Where characters stand above each other in a narrow cell: the boxes to be set side by side; empty elsewhere.</param>
/// <param name="IsRed">Whether its ink is red and must not be read in the red channel.</param>
internal sealed record TextPiece(Rect Box, bool IsCell, IReadOnlyList<Rect> Parts, bool IsRed = false);
