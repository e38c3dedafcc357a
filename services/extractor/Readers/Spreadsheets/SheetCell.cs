namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>A cell of a sheet that shows something: text or a border.</summary>
/// <param name="Row">From 0, hidden rows counted.</param>
/// <param name="Column">From 0, hidden columns counted.</param>
/// <param name="Text">As the sheet shows it; lines divided by line feeds.</param>
internal sealed record SheetCell(int Row, int Column, string Text, bool HasBorder)
{
    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;
}
