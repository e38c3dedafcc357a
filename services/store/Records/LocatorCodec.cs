using System.Globalization;
using Pipeline.Contracts.Locators;

namespace Pipeline.Store.Records;

/// <summary>
/// A locator as one line of text, and back: its kind and its fields between spaces, an absent number as "-", a path or a sheet's name last because it may hold spaces.
/// Boxes are kept to a hundredth of their unit as left, top, width and height.
/// </summary>
public static class LocatorCodec
{
    public static string Of(Locator locator) => locator switch
    {
        HtmlLocator html => Join("html", Number(html.Row), Number(html.Column), html.Path),
        TextLocator text => Join("text", Number(text.Line), Number(text.Column), Number(text.Length)),
        DocxLocator docx => Join("docx", Number(docx.Block), Number(docx.Row), Number(docx.Column)),
        PdfLocator pdf => Join("pdf", Number(pdf.Page), Box(pdf.Left, pdf.Top, pdf.Right, pdf.Bottom)),
        SheetLocator sheet => Join("sheet", Number(sheet.Row), Number(sheet.Column), sheet.Sheet),
        EntryLocator entry => Join("entry", Escaped(entry.Entry), Of(entry.Inner)),
        OcrLocator ocr => Join("ocr", Number(ocr.Page), Box(ocr.Left, ocr.Top, ocr.Right, ocr.Bottom), Number((int)Math.Round(ocr.EngineConfidence * 10_000))),
        _ => throw new NotSupportedException($"The store does not know how to keep a {locator.GetType().Name}."),
    };

    public static Locator Read(string text)
    {
        var kind = text[..text.IndexOf(' ', StringComparison.Ordinal)];
        var fields = text.Split(' ', kind switch { "html" or "sheet" => 4, "entry" => 3, _ => int.MaxValue });
        return kind switch
        {
            "html" => new HtmlLocator(fields[3], NumberOrNull(fields[1]), NumberOrNull(fields[2])),
            "text" => new TextLocator(Int(fields[1]), Int(fields[2]), Int(fields[3])),
            "docx" => new DocxLocator(Int(fields[1]), NumberOrNull(fields[2]), NumberOrNull(fields[3])),
            "pdf" => new PdfLocator(Int(fields[1]), Unit(fields[2]), Unit(fields[3]), Sum(fields[2], fields[4]), Sum(fields[3], fields[5])),
            "sheet" => new SheetLocator(fields[3], Int(fields[1]), Int(fields[2])),
            "entry" => new EntryLocator(Uri.UnescapeDataString(fields[1]), Read(fields[2])),
            "ocr" => new OcrLocator(Int(fields[1]), Unit(fields[2]), Unit(fields[3]), Sum(fields[2], fields[4]), Sum(fields[3], fields[5]), Int(fields[6]) / 10_000.0),
            _ => throw new InvalidDataException($"The database holds a locator of the unknown kind '{kind}': read it with a newer program."),
        };
    }

    // Names keep their characters: only what would end the field, or read as an escape, is written as one.
    private static string Escaped(string name) =>
        name.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Join(params string[] fields) => string.Join(' ', fields);

    private static string Box(double left, double top, double right, double bottom)
    {
        var (x, y) = (Hundredths(left), Hundredths(top));
        return Join(Number(x), Number(y), Number(Hundredths(right) - x), Number(Hundredths(bottom) - y));
    }

    private static int Hundredths(double value) => (int)Math.Round(value * 100);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static int Int(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private static int? NumberOrNull(string field) => field == "-" ? null : Int(field);

    private static double Unit(string field) => Int(field) / 100.0;

    private static double Sum(string start, string length) => (Int(start) + Int(length)) / 100.0;
}
