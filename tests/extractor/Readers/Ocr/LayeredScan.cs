using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>The scan of <c>tests/samples/scans/table.jpg</c> as a PDF with a layer of text, as programs make it that recognise scans.</summary>
internal static class LayeredScan
{
    private const int Width = 1075;
    private const int Height = 1521;
    private const double Points = 595.0 / Width;

    private static readonly Lazy<Task<ImmutableArray<(OcrLocator Place, string Text)>>> Recognised = new(Recognise);

    private static string Picture => Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "table.jpg");

    /// <param name="figures">Places on the picture, in pixels, and the text of the layer there.</param>
    /// <param name="isCovered">Whether the text is painted and the picture laid over it; else it is painted in no colour.</param>
    /// <param name="before">Objects of a page before the scan: its content and its font; none where null.</param>
    public static byte[] Of(IEnumerable<(OcrLocator Place, string Text)> figures, bool isCovered = false, string? before = null)
    {
        var jpeg = File.ReadAllBytes(Picture);
        var picture = string.Create(CultureInfo.InvariantCulture, $"q {Width * Points:0.##} 0 0 {Height * Points:0.##} 0 0 cm /I Do Q\n");
        var text = $"BT /F 8 Tf {(isCovered ? 0 : 3)} Tr\n{string.Concat(figures.Select(figure => Shown(figure.Place, figure.Text)))}ET\n";
        var content = isCovered ? text + picture : picture + text;
        using var pdf = new MemoryStream();
        var places = new List<long>();
        void Write(string part) => pdf.Write(Encoding.Latin1.GetBytes(part));
        void Object(string part)
        {
            places.Add(pdf.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{part}"));
        }
        var box = string.Create(CultureInfo.InvariantCulture, $"/MediaBox [0 0 {Width * Points:0.##} {Height * Points:0.##}]");
        Write("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Object($"<< /Type /Pages /Kids [{(before is null ? "" : "7 0 R ")}3 0 R] /Count {(before is null ? 1 : 2)} >>\nendobj\n");
        Object($"<< /Type /Page /Parent 2 0 R {box} /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> >>\nendobj\n");
        Object($"<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\n");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
        Object($"<< /Type /XObject /Subtype /Image /Width {Width} /Height {Height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode /Length {jpeg.Length} >>\nstream\n");
        pdf.Write(jpeg);
        Write("\nendstream\nendobj\n");
        if (before is not null)
        {
            Object($"<< /Type /Page /Parent 2 0 R {box} /Contents 8 0 R /Resources << /Font << /F 5 0 R >> >> >>\nendobj\n");
            Object($"<< /Length {before.Length} >>\nstream\n{before}\nendstream\nendobj\n");
        }
        var table = pdf.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")))}");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();
    }

    private static string Shown(OcrLocator place, string text) => string.Create(
        CultureInfo.InvariantCulture, $"1 0 0 1 {((place.Left + place.Right) / 2 * Points) - (text.Length * 2.2):0.##} {(Height - ((place.Top + place.Bottom) / 2)) * Points - 3:0.##} Tm ({text}) Tj\n");

    /// <summary>Where the picture shows figures, and which.</summary>
    public static Task<ImmutableArray<(OcrLocator Place, string Text)>> Figures()
    {
        Assert.SkipUnless(OcrInstallation.Missing().Count == 0, "Recognition is not installed: " + string.Join(", ", OcrInstallation.Missing()));
        return Recognised.Value;
    }

    private static async Task<ImmutableArray<(OcrLocator Place, string Text)>> Recognise()
    {
        var bytes = await File.ReadAllBytesAsync(Picture);
        var page = Assert.Single(await OcrEngine.Installed!.Read(_ => Task.FromResult<ReadOnlyMemory<byte>>(bytes), OcrLimits.Default, default));
        return [.. page.Words.Where(word => word.Text.All(char.IsAsciiDigit)).Select(word => (page.Locate(word.Box), word.Text))];
    }
}
