using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;

namespace Pipeline.Host.Extraction;

/// <summary>A cell as <c>pipeline extract</c> prints it.</summary>
/// <param name="Value">Null for not stated.</param>
/// <param name="Raw">As printed; null when the cell is not on the page.</param>
/// <param name="Source">Where it was read.</param>
internal sealed record ExtractedCell(decimal? Value, double Confidence, string? Raw, Locator? Source, string Rule)
{
    public static ExtractedCell From(CellReading reading) => new(reading.Value, reading.Confidence, reading.Raw, reading.Source, reading.Rule);
}
