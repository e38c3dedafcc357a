using System.Globalization;
using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Tests.Readers;

/// <summary>
/// The figures of an official form in printed order, taken from a document's grids by their place alone, to compare with the truth of a sample.
/// Independent of recognition: a wrong grid cannot be mended by it.
/// </summary>
internal static class PrintedForm
{
    private static readonly (string Section, Func<GridBlock, bool> IsIt, int FigureColumns)[] Sections =
    [
        ("disclosure.", grid => grid.Cells.Any(cell => cell.Text is "规章" or "行政许可" or "行政处罚" or "行政事业性收费"), 0),
        ("applications.", grid => grid.RowCount >= 24 && grid.ColumnCount >= 8, 7),
        ("remedies.", grid => grid.ColumnCount == 15, 15),
    ];

    /// <returns>One line for each section whose figures differ from the truth file's; empty when all agree.</returns>
    public static IReadOnlyList<string> Differences(SourceDocument document, string truthFile)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(truthFile));
        var cells = truth.RootElement.GetProperty("cells");
        var form = FormCatalog.Current.Form(truth.RootElement.GetProperty("form").GetString()!);
        return [.. Sections.Select(section => Difference(document, form, cells, section)).OfType<string>()];
    }

    /// <returns>Figures of the rows of a grid that hold nothing else beside their labels.</returns>
    public static IReadOnlyList<decimal?> Figures(GridBlock grid, int figureColumns)
    {
        var firstFigure = figureColumns == 0 ? 1 : grid.ColumnCount - figureColumns;
        var rows = grid.Cells.GroupBy(cell => cell.Row).Select(row => row.Where(cell => cell.Column >= firstFigure).ToList());
        return [.. rows.Where(row => row.Count > 0 && row.Count >= figureColumns && row.TrueForAll(cell => IsFigure(cell.Text))).SelectMany(row => row.Select(cell => Value(cell.Text)))];
    }

    /// <returns>The cell before the first of seven figures that stand in one row of a grid.</returns>
    public static string? LabelOf(SourceDocument document, string figures)
    {
        var rows = document.Blocks.OfType<GridBlock>().SelectMany(grid => grid.Cells.GroupBy(cell => cell.Row)).Select(row => row.Select(cell => cell.Text).ToList());
        return rows.Where(row => row.Count > 7 && string.Join(' ', row.TakeLast(7)) == figures).Select(row => row[^8]).FirstOrDefault();
    }

    private static string? Difference(SourceDocument document, OfficialForm form, JsonElement cells, (string Section, Func<GridBlock, bool> IsIt, int FigureColumns) section)
    {
        var expected = form.Cells.Where(cell => cell.Id.ToString().StartsWith(section.Section, StringComparison.Ordinal)).Select(cell => Expected(cells, cell)).ToList();
        // Without rules, every sub-table of section two is a grid of its own.
        var found = document.Blocks.OfType<GridBlock>().Where(section.IsIt).SelectMany(grid => Figures(grid, section.FigureColumns)).ToList();
        return found.SequenceEqual(expected) ? null : $"{section.Section} expected {string.Join(' ', expected)} but the grids have {string.Join(' ', found)}";
    }

    private static decimal? Expected(JsonElement cells, FormCell cell) =>
        cells.GetProperty(cell.Id.ToString()) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static bool IsFigure(string text) => IsBlank(text) || Number(text) is not null;

    private static decimal? Value(string text) => IsBlank(text) ? null : Number(text);

    private static bool IsBlank(string text) => text.Trim() is "" or "/" or "-" or "—" or "——" or "－" or "无";

    private static decimal? Number(string text)
    {
        var plain = string.Concat(text.Select(character => character is >= '０' and <= '９' ? (char)(character - '０' + '0') : character)).Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain.TrimEnd('件', '元', '万'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
