using System.Globalization;
using System.Text;
using Pipeline.Extractor.Tests.Readers.Pdf.Engines;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>A page of 595 by 842 points that carries text, lines and a picture, written object by object.</summary>
internal static class PicturedPdf
{
    /// <summary>The table of <c>tests/samples/scans/table.jpg</c>, which has 1075 by 1521 pixels.</summary>
    public static string Table { get; } =
        Image(1075, 1521, "/DeviceRGB", "/DCTDecode", File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "table.jpg")));

    /// <param name="content">What the page paints: text in font F, the picture as I.</param>
    /// <param name="picture">As <see cref="Image"/> gives it.</param>
    public static byte[] Of(string content, string picture) => Encoding.Latin1.GetBytes(HandmadePdf.File(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> >>",
        HandmadePdf.Stream(content),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>",
        picture,
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 8 0 R /DW 1000 /W [1 95 500] >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"));

    /// <param name="filter">That unpacks the bytes.</param>
    public static string Image(int width, int height, string colours, string filter, byte[] bytes, int bits = 8) => string.Create(CultureInfo.InvariantCulture,
        $"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent {bits} /ColorSpace {colours} /Filter {filter} /Length {bytes.Length} >>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream");

    /// <summary>A line of text from a place in points from the lower left corner.</summary>
    public static string Text(double left, double bottom, string text, double size = 10) => string.Create(CultureInfo.InvariantCulture,
        $"BT /F {size} Tf {left} {bottom} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ET\n");

    /// <summary>The picture in a place.</summary>
    public static string Picture(double left, double bottom, double width, double height) => string.Create(CultureInfo.InvariantCulture, $"q {width} 0 0 {height} {left} {bottom} cm /I Do Q\n");

    /// <summary>Rows of cells, ruled, 18 points high and as wide as said, downwards from a place.</summary>
    public static string Grid(double left, double top, double width, params string[][] rows)
    {
        var content = new StringBuilder();
        var columns = rows.Max(row => row.Length);
        for (var row = 0; row <= rows.Length; row++)
            content.Append(CultureInfo.InvariantCulture, $"{left} {top - (row * 18)} m {left + (columns * width)} {top - (row * 18)} l S\n");
        for (var column = 0; column <= columns; column++)
            content.Append(CultureInfo.InvariantCulture, $"{left + (column * width)} {top} m {left + (column * width)} {top - (rows.Length * 18)} l S\n");
        foreach (var (row, r) in rows.Select((row, r) => (row, r)))
            content.Append(string.Concat(row.Select((text, c) => Text(left + (c * width) + 4, top - (r * 18) - 13, text))));
        return content.ToString();
    }
}
