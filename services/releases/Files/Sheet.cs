using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Releases.Files;

/// <summary>One sheet of a workbook, written row by row. Texts are texts: nothing in it is ever run as a formula.</summary>
internal sealed class Sheet : IDisposable
{
    // What a spreadsheet program holds in one cell.
    private const int LongestText = 32_767;

    private readonly Stream _part;
    private readonly OpenXmlWriter _writer;
    private bool _ended;

    public Sheet(Stream part, double[] widths)
    {
        _part = part;
        _writer = OpenXmlWriter.Create(part);
        _writer.WriteStartElement(new Worksheet());
        // The head stays in sight.
        _writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        if (widths.Length > 0)
            _writer.WriteElement(new Columns(widths.Select((width, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = width, CustomWidth = true })));
        _writer.WriteStartElement(new SheetData());
    }

    public void BeginRow() => _writer.WriteStartElement(new Row());

    public void EndRow() => _writer.WriteEndElement();

    public void Text(string? text, uint style = SheetStyles.Plain)
    {
        if (string.IsNullOrEmpty(text))
        {
            Blank();
            return;
        }

        _writer.WriteElement(new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Shown(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style });
    }

    public void Number(double? number, uint style = SheetStyles.Plain)
    {
        if (number is not { } value)
            Blank();
        else
            _writer.WriteElement(new Cell(new CellValue(value.ToString("R", CultureInfo.InvariantCulture))) { StyleIndex = style });
    }

    // Days count from 1900 in a spreadsheet, which takes that year for a leap year.
    public void Day(DateOnly? day) => Number(day?.ToDateTime(TimeOnly.MinValue).ToOADate(), SheetStyles.Day);

    public void Row(uint style, params IEnumerable<string?> texts)
    {
        BeginRow();
        foreach (var text in texts)
            Text(text, style);
        EndRow();
    }

    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.Dispose();
        _part.Dispose();
    }

    private void Blank() => _writer.WriteElement(new Cell());

    /// <summary>The text without what no sheet can hold: control characters and what is too long.</summary>
    private static string Shown(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        // Half of a pair, as cutting leaves one, becomes the sign for a character that cannot be shown.
        return cut.Any(c => IsUnfit(c) || char.IsSurrogate(c)) ? string.Concat(cut.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || !IsUnfit((char)rune.Value))) : cut;
    }

    private static bool IsUnfit(char c) => (c < ' ' && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF';
}
