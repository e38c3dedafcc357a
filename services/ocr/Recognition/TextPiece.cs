using OpenCvSharp;

namespace Pipeline.Ocr.Recognition;

/// <summary>A line of text, or a part of one, to be recognised.</summary>
/// <param name="Box">Of its ink, in pixels of the page.</param>
/// <param name="IsCell">Whether it stands in a cell of a table.</param>
/// <param name="Parts">Where characters stand above each other in a narrow cell: the boxes to be set side by side; empty elsewhere.</param>
/// <param name="IsCovered">Whether other ink, such as a stroke of a pen, lies over its cell, so that it may hide a figure.</param>
internal sealed record TextPiece(Rect Box, bool IsCell, IReadOnlyList<Rect> Parts, bool IsCovered = false);
