using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Extractor.Readers.Spreadsheets.Formats;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>How the cells of a workbook look, by the number of their style.</summary>
internal sealed class CellStyles(ImmutableArray<CellStyle> styles, bool countsFrom1904)
{
    private static readonly CellStyle Plain = new(NumberFormat.General, false, false);

    /// <summary>Whether dates are counted from 1904, as old Macintosh files do, and not from 1900.</summary>
    public bool CountsFrom1904 => countsFrom1904;

    public CellStyle this[int number] => number >= 0 && number < styles.Length ? styles[number] : Plain;

    public static CellStyles Of(WorkbookStylesPart? part, bool countsFrom1904)
    {
        if (part?.Stylesheet is not { } sheet)
            return new CellStyles([], countsFrom1904);
        var formats = sheet.NumberingFormats?.Elements<NumberingFormat>().Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value).ToDictionary(group => group.Key, group => group.First().FormatCode?.Value ?? string.Empty) ?? [];
        var borders = sheet.Borders?.Elements<Border>().Select(HasLine).ToList() ?? [];
        var struck = sheet.Fonts?.Elements<Font>().Select(IsStruck).ToList() ?? [];
        return new CellStyles([.. sheet.CellFormats?.Elements<CellFormat>().Select(Style) ?? []], countsFrom1904);

        CellStyle Style(CellFormat format) => new(
            NumberFormat.Of(format.NumberFormatId?.Value ?? 0, formats.GetValueOrDefault(format.NumberFormatId?.Value ?? 0)),
            format.BorderId?.Value is { } border && border < borders.Count && borders[(int)border],
            format.FontId?.Value is { } font && font < struck.Count && struck[(int)font]);
    }

    private static bool HasLine(Border border) => border.Elements<BorderPropertiesType>().Any(side => side.Style is not null && side.Style.Value != BorderStyleValues.None);

    private static bool IsStruck(Font font) => font.GetFirstChild<Strike>() is { } strike && strike.Val?.Value != false;
}

/// <param name="IsStruck">Whether its text is crossed out.</param>
internal sealed record CellStyle(NumberFormat Format, bool HasBorder, bool IsStruck);
