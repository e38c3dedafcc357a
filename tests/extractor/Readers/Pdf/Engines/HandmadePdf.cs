using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines;

/// <summary>Small PDFs written object by object, to show troubles that no program would print.</summary>
internal static class HandmadePdf
{
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string OnePage = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>";
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    private const string Words = "BT /F 12 Tf 100 700 Td (Some words that are long enough to be text) Tj ET";

    public static TheoryData<string, string> Hostile { get; } = new()
    {
        { "a page tree that holds itself", File(Catalog, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>") },
        { "two nodes that hold each other", File(Catalog, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>") },
        { "100,000 pages", File(Catalog, $"<< /Type /Pages /Kids [{string.Concat(Enumerable.Repeat(" 3 0 R", 100_000))}] /Count 100000 >>", Page, Stream(Words), Font) },
        { "a count that lies", File(Catalog, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", Page, Stream(Words), Font) },
        { "references that name each other", File(Catalog, OnePage, Page.Replace("4 0 R", "6 0 R", StringComparison.Ordinal), Stream(Words), Font, "7 0 R", "6 0 R") },
        { "a length that is its own stream", File(Catalog, OnePage, Page, "<< /Length 4 0 R >>\nstream\nBT ET\nendstream", Font) },
        { "a form that draws itself", File(Catalog, OnePage, Page, Stream("/X Do " + Words), Font, Form("/X Do /X Do", 6)) },
        { "forms that draw each other in a circle", File(Catalog, OnePage, Page, Stream("/X Do " + Words), Font, Form("/X Do", 7), Form("/X Do", 8), Form("/X Do", 6)) },
        { "a pattern that paints with itself", File(Catalog, OnePage, Page.Replace("/XObject << /X 6 0 R >>", "/Pattern << /P 6 0 R >>", StringComparison.Ordinal), Stream("/Pattern cs /P scn 0 0 600 800 re f " + Words), Font, Pattern("/Pattern cs /P scn 0 0 9 9 re f", 6)) },
        { "a glyph that shows itself", File(Catalog, OnePage, Page, Stream("BT /F 12 Tf 100 700 Td (aaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET"), Drawn(6), Stream("500 0 d0 BT /F 1 Tf (a) Tj ET")) },
        { "an appearance that draws itself", File(Catalog, OnePage, Page.Replace("/Contents", "/Annots [7 0 R] /Contents", StringComparison.Ordinal), Stream(Words), Font, Form("/X Do", 8), "<< /Type /Annot /Subtype /Stamp /Rect [0 0 90 90] /AP << /N 6 0 R >> >>", Form("/X Do", 6)) },
        { "impossible widths in the table of objects", WithObjectTable("[1 2147483647 2147483647]") },
        { "negative widths in the table of objects", WithObjectTable("[1 -2000000 1]") },
        { "a stream that unpacks to two gigabytes", File(Catalog, OnePage, Page, Bomb(), Font) },
        { "ten forms in each of nine", File([Catalog, OnePage, Page, Stream("/X Do"), Font, .. Enumerable.Range(0, 9).Select(i => Form(string.Concat(Enumerable.Repeat("/X Do ", 10)), 7 + i))]) },
        { "arrays nested 200,000 deep", File(Catalog, OnePage, Page, Stream($"BT {new string('[', 200_000)}{new string(']', 200_000)} TJ ET"), Font) },
        { "a page as large as a town", File(Catalog, OnePage, Page.Replace("600 800", "100000000 100000000", StringComparison.Ordinal), Stream(Words), Font) },
        { "a page without size", File(Catalog, OnePage, Page.Replace("600 800", "0 0", StringComparison.Ordinal), Stream(Words), Font) },
    };

    /// <summary>A page with nothing on it that is text.</summary>
    public static string Blank => File(Catalog, OnePage, Page, Stream("0 0 m 100 100 l S"), Font);

    /// <summary>A line of text across which a slanted one is set.</summary>
    public static string Stamped => File(Catalog, OnePage, Page, Stream(Words + " BT /F 30 Tf 0.8 0.6 -0.6 0.8 80 600 Tm (STAMPED) Tj ET"), Font);

    /// <summary>A line of text below which a shape is filled, written in operators of a page.</summary>
    public static string WithShape(string path) => File(Catalog, OnePage, Page, Stream($"{Words} {path} f"), Font);

    /// <summary>Short Chinese words in a font whose lines are more than twice as high as its characters, as fonts for many scripts have.</summary>
    public static string TallLines => File(
        Catalog,
        OnePage,
        Page,
        Stream("BT /F 9 Tf 100 700 Td <7ED3679C> Tj 60 0 Td <7EF46301> Tj 60 0 Td <5C1A672A> Tj 60 0 Td <603B8BA1> Tj -180 -40 Td <0030> Tj 60 0 Td <00310032> Tj 60 0 Td <0037> Tj ET"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500] >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 2400 /Descent -250 /CapHeight 880 /StemV 93 >>");

    public static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Form(string content, int used) =>
        $"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X {used} 0 R >> >> /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Pattern(string content, int used) =>
        $"<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P {used} 0 R >> >> /Length {content.Length} >>\nstream\n{content}\nendstream";

    /// <summary>A font whose glyphs are drawings that use the font itself.</summary>
    private static string Drawn(int glyph) =>
        $"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a {glyph} 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [500] /Resources << /Font << /F 5 0 R >> >> >>";

    private static string WithObjectTable(string widths)
    {
        var body = "%PDF-1.7\n";
        return $"{body}1 0 obj\n<< /Type /XRef /Size 2 /W {widths} /Root 1 0 R /Length 9 >>\nstream\n123456789\nendstream\nendobj\nstartxref\n{body.Length}\n%%EOF\n";
    }

    /// <summary>Two gigabytes of spaces, packed twice.</summary>
    private static string Bomb()
    {
        var once = Packed(stream =>
        {
            var spaces = new byte[1 << 20];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < 2048; i++)
                stream.Write(spaces);
        });
        var twice = Encoding.Latin1.GetString(Packed(stream => stream.Write(once)));
        return $"<< /Length {twice.Length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n{twice}\nendstream";
    }

    private static byte[] Packed(Action<Stream> write)
    {
        var target = new MemoryStream();
        using (var packing = new ZLibStream(target, CompressionLevel.Fastest))
            write(packing);
        return target.ToArray();
    }

    /// <param name="objects">From the catalogue on, numbered from 1.</param>
    public static string File(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (content, index) in objects.Select((content, index) => (content, index)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToString();
    }
}
