using System.Globalization;
using System.Text;
using OpenCvSharp;

namespace Pipeline.ScanLab;

/// <summary>Pages of JPEG → a PDF as scanners make them: one picture a page and nothing else.</summary>
internal static class JpegPdf
{
    public static byte[] Of(IReadOnlyList<byte[]> jpegs)
    {
        using var pdf = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Begin() { places.Add(pdf.Position); Write(string.Create(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n")); }
        Write("%PDF-1.4\n");
        Begin();
        Write("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin();
        Write($"<</Type/Pages/Count {jpegs.Count}/Kids[{string.Join(' ', Enumerable.Range(0, jpegs.Count).Select(i => $"{3 + (3 * i)} 0 R"))}]>>\nendobj\n");
        for (var i = 0; i < jpegs.Count; i++)
        {
            using var picture = Cv2.ImDecode(jpegs[i], ImreadModes.Unchanged);
            var (width, height) = picture.Width > picture.Height ? (842, 595) : (595, 842);
            Begin();
            Write($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<</I {5 + (3 * i)} 0 R>>>>/Contents {4 + (3 * i)} 0 R>>\nendobj\n");
            var content = $"{width} 0 0 {height} 0 0 cm /I Do";
            Begin();
            Write($"<</Length {content.Length}>>stream\n{content}\nendstream\nendobj\n");
            Begin();
            Write($"<</Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}/BitsPerComponent 8/ColorSpace/{(picture.Channels() == 1 ? "DeviceGray" : "DeviceRGB")}/Filter/DCTDecode/Length {jpegs[i].Length}>>stream\n");
            pdf.Write(jpegs[i]);
            Write("\nendstream\nendobj\n");
        }
        var table = pdf.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")))}");
        Write($"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();
    }
}
