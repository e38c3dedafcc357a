using Pipeline.Contracts.Locators;

namespace Pipeline.Contracts.Reports;

/// <summary>One cell of the form as read, with its proof.</summary>
/// <param name="Value">Number as printed; null for a blank, "/", "-" or "无", and where the page lacks the cell: not stated is never zero.</param>
/// <param name="Raw">Text exactly as printed, before any normalising; null when the cell is not on the page.</param>
/// <param name="Confidence">Probability that <paramref name="Value"/> is what the page prints, 0..1.</param>
/// <param name="Source">Where it was read; null when the cell is not on the page.</param>
/// <param name="Rule">Heuristic that read it, such as <c>grid.label-header</c>.</param>
/// <param name="Evidence">What raised or lowered the confidence, as short codes such as <c>row_total:holds</c>.</param>
public sealed record CellReading(
    CellId Cell,
    decimal? Value,
    string? Raw,
    double Confidence,
    Locator? Source,
    string Rule,
    IReadOnlyList<string> Evidence);
