using System.Globalization;
using System.Security;
using System.Text;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Ofd;

/// <summary>Writes OFD files: from objects that a test shows, or with the words and lines of pages that a PDF has.</summary>
internal static class OfdFile
{
    private const double MillimetresPerPoint = 25.4 / 72;
    private const string Namespace = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    /// <param name="pages">The objects of each page, in millimetres.</param>
    public static byte[] With(params string[] pages) => ZippedFile.With(Parts(pages));

    public static (string Name, string Content)[] Parts(IReadOnlyList<string> pages, string common = "") =>
    [
        ("OFD.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:OFD {Namespace} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:Title>年报</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
        ("Doc_0/Document.xml", $"<ofd:Document {Namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{string.Concat(pages.Select((_, i) => $"<ofd:Page ID=\"{i + 10}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"))}</ofd:Pages></ofd:Document>"),
        .. pages.Select((objects, i) => ($"Doc_0/Pages/Page_{i}/Content.xml", Page(objects))),
    ];

    public static string Page(string objects, string area = "0 0 210 297", string uses = "") =>
        $"<ofd:Page {Namespace}><ofd:Area><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:Area>{uses}<ofd:Content><ofd:Layer ID=\"1\">{objects}</ofd:Layer></ofd:Content></ofd:Page>";

    /// <summary>A text whose characters stand one step apart.</summary>
    public static string Text(string text, double left, double baseline, double size = 4, double step = 4) => string.Create(CultureInfo.InvariantCulture,
        $"<ofd:TextObject ID=\"2\" Boundary=\"{left} {baseline - size} 100 {size * 1.3}\" Font=\"1\" Size=\"{size}\"><ofd:TextCode X=\"0\" Y=\"{size}\"{(text.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" DeltaX=\"g {text.Length - 1} {step}\"") : "")}>{text}</ofd:TextCode></ofd:TextObject>");

    public static string Line(double left, double top, double right, double bottom) => string.Create(CultureInfo.InvariantCulture,
        $"<ofd:PathObject ID=\"3\" Boundary=\"{left} {top} {right - left} {bottom - top}\" LineWidth=\"0.25\"><ofd:AbbreviatedData>M 0 0 L {right - left} {bottom - top}</ofd:AbbreviatedData></ofd:PathObject>");

    /// <summary>Lines and rows of cells: columns of 40 mm, rows of 10 mm.</summary>
    public static string Table(double left, double top, params string[][] rows)
    {
        var objects = new StringBuilder();
        var width = rows.Max(row => row.Length) * 40;
        for (var r = 0; r <= rows.Length; r++)
            objects.Append(Line(left, top + (r * 10), left + width, top + (r * 10)));
        for (var c = 0; c <= width / 40; c++)
            objects.Append(Line(left + (c * 40), top, left + (c * 40), top + (rows.Length * 10)));
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
                objects.Append(Text(rows[r][c], left + (c * 40) + 2, top + (r * 10) + 7, step: rows[r][c].All(char.IsAsciiDigit) ? 2 : 4));
        }
        return objects.ToString();
    }

    /// <summary>The same words and lines as pages of a PDF have; each word is one text object, turned as it is.</summary>
    public static byte[] Of(IEnumerable<PdfPage> pages)
    {
        var contents = pages.Select(page => Page(
            string.Concat(page.Words.Select(Word)) + string.Concat(page.Rules.Select(Rule)), string.Create(CultureInfo.InvariantCulture, $"0 0 {page.Width * MillimetresPerPoint} {page.Height * MillimetresPerPoint}"))).ToList();
        var parts = Parts([.. contents.Select(_ => "")]);
        return ZippedFile.With([.. parts.Select(part => part.Name.EndsWith("Content.xml", StringComparison.Ordinal) ? (part.Name, contents[int.Parse(part.Name.Split('_', '/')[^2], CultureInfo.InvariantCulture)]) : part)]);
    }

    private static string Word(PdfWord word)
    {
        var (size, length) = (word.Thickness * MillimetresPerPoint, word.Length * MillimetresPerPoint);
        var full = word.Text.Sum(character => character < 0x2000 ? 0.5 : 1);
        var steps = string.Join(' ', word.Text.SkipLast(1).Select(character => ((character < 0x2000 ? 0.5 : 1) / full * length).ToString("0.####", CultureInfo.InvariantCulture)));
        var (left, top) = (word.Box.Left * MillimetresPerPoint, word.Box.Top * MillimetresPerPoint);
        var matrix = word.Turn switch
        {
            QuarterTurn.Right => string.Create(CultureInfo.InvariantCulture, $" CTM=\"0 1 -1 0 {size} 0\""),
            QuarterTurn.Left => string.Create(CultureInfo.InvariantCulture, $" CTM=\"0 -1 1 0 0 {length}\""),
            QuarterTurn.Half => string.Create(CultureInfo.InvariantCulture, $" CTM=\"-1 0 0 -1 {length} {size}\""),
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"<ofd:TextObject ID=\"2\" Boundary=\"{left} {top} {word.Box.Width * MillimetresPerPoint} {word.Box.Height * MillimetresPerPoint}\"{matrix} Font=\"1\" Size=\"{size}\"><ofd:TextCode X=\"0\" Y=\"{size * 0.86}\"{(steps.Length > 0 ? $" DeltaX=\"{steps}\"" : "")}>{SecurityElement.Escape(word.Text)}</ofd:TextCode></ofd:TextObject>");
    }

    private static string Rule(PdfRule rule)
    {
        var (start, end, place) = (rule.Start * MillimetresPerPoint, rule.End * MillimetresPerPoint, rule.Position * MillimetresPerPoint);
        return rule.IsHorizontal ? Line(start, place, end, place) : Line(place, start, place, end);
    }
}
