using System.Globalization;
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

    public static TheoryData<string, string> Hostile => new()
    {
        { "a page tree that holds itself", File(Catalog, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>") },
        { "two nodes that hold each other", File(Catalog, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>") },
        { "100,000 pages", File(Catalog, $"<< /Type /Pages /Kids [{string.Concat(Enumerable.Repeat(" 3 0 R", 100_000))}] /Count 100000 >>", Page, Stream(Words), Font) },
        { "a count that lies", File(Catalog, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", Page, Stream(Words), Font) },
        { "references that name each other", File(Catalog, OnePage, Page.Replace("4 0 R", "6 0 R", StringComparison.Ordinal), Stream(Words), Font, "7 0 R", "6 0 R") },
        { "a length that is its own stream", File(Catalog, OnePage, Page, "<< /Length 4 0 R >>\nstream\nBT ET\nendstream", Font) },
        { "a form that draws itself", File(Catalog, OnePage, Page, Stream("/X Do " + Words), Font, Form("/X Do /X Do", 6)) },
        { "ten forms in each of nine", File([Catalog, OnePage, Page, Stream("/X Do"), Font, .. Enumerable.Range(0, 9).Select(i => Form(string.Concat(Enumerable.Repeat("/X Do ", 10)), 7 + i))]) },
        { "arrays nested 200,000 deep", File(Catalog, OnePage, Page, Stream($"BT {new string('[', 200_000)}{new string(']', 200_000)} TJ ET"), Font) },
        { "a page as large as a town", File(Catalog, OnePage, Page.Replace("600 800", "100000000 100000000", StringComparison.Ordinal), Stream(Words), Font) },
        { "a page without size", File(Catalog, OnePage, Page.Replace("600 800", "0 0", StringComparison.Ordinal), Stream(Words), Font) },
    };

    /// <summary>A page with nothing on it that is text.</summary>
    public static string Blank => File(Catalog, OnePage, Page, Stream("0 0 m 100 100 l S"), Font);

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Form(string content, int used) =>
        $"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X {used} 0 R >> >> /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string File(params string[] objects)
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
