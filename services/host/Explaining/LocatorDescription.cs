using System.Globalization;
using Pipeline.Contracts.Locators;

namespace Pipeline.Host.Explaining;

/// <summary>A locator in words, counted as people count.</summary>
internal static class LocatorDescription
{
    public static string Of(Locator locator) => locator switch
    {
        HtmlLocator { Row: { } row, Column: { } column } html => Text($"row {row + 1}, column {column + 1} of its table, element {html.Path}"),
        HtmlLocator html => $"element {html.Path}",
        PdfLocator pdf => Text($"page {pdf.Page}, {pdf.Left:0.#} to {pdf.Right:0.#} points from the left, {pdf.Top:0.#} to {pdf.Bottom:0.#} from the top"),
        TextLocator text => Text($"line {text.Line}, column {text.Column}"),
        DocxLocator { Row: { } row, Column: { } column } docx => Text($"row {row + 1}, column {column + 1} of block {docx.Block + 1}"),
        DocxLocator docx => Text($"block {docx.Block + 1}"),
        SheetLocator sheet => Text($"cell {Column(sheet.Column)}{sheet.Row + 1} of sheet {sheet.Sheet}"),
        EntryLocator entry => $"{Of(entry.Inner)} in {entry.Entry}",
        OcrLocator ocr => Text($"page image {ocr.Page}, {ocr.Left:0} to {ocr.Right:0} pixels from the left, {ocr.Top:0} to {ocr.Bottom:0} from the top, engine sure by {ocr.EngineConfidence:0.00}"),
        _ => locator.ToString(),
    };

    /// <summary>A to Z, AA and on.</summary>
    private static string Column(int column) => (column >= 26 ? Column((column / 26) - 1) : string.Empty) + (char)('A' + (column % 26));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
