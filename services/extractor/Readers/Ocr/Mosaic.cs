using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>
/// Pictures that lie beside or upon each other on a page, as one picture file: an SVG, which browsers show and the process that recognises characters draws. Pure.
/// </summary>
/// <param name="Parts">From the lowest to the uppermost, each with its box in pixels of the whole.</param>
internal sealed record Mosaic(double Width, double Height, ImmutableArray<MosaicPart> Parts)
{
    public const string MediaType = "image/svg+xml";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static ReadOnlySpan<byte> Start => "<svg "u8;

    /// <param name="frame">The part of the page that it shows, in points.</param>
    /// <param name="pictures">Each with its box, in points of the page.</param>
    public static Mosaic Of(PdfBox frame, IEnumerable<(ReadOnlyMemory<byte> Bytes, PdfBox Box)> pictures) =>
        new(Pixel(frame.Width), Pixel(frame.Height), [.. pictures.Select(picture => new MosaicPart(picture.Bytes, Within(frame, picture.Box))).Where(part => part.Box is { Width: > 0, Height: > 0 })]);

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Start);

    /// <param name="bytes">As <see cref="ToBytes"/> gives them.</param>
    public static Mosaic Read(ReadOnlyMemory<byte> bytes)
    {
        var svg = XElement.Load(new MemoryStream(bytes.ToArray()));
        return new Mosaic(Number(svg, "width"), Number(svg, "height"), [.. svg.Elements(Svg + "image").Select(Part)]);
    }

    public byte[] ToBytes()
    {
        var svg = new XElement(Svg + "svg", new XAttribute("width", Width), new XAttribute("height", Height), Parts.Select(Image));
        return Encoding.UTF8.GetBytes(svg.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Image(MosaicPart part) => new(
        Svg + "image",
        new XAttribute("x", part.Box.Left), new XAttribute("y", part.Box.Top), new XAttribute("width", part.Box.Width), new XAttribute("height", part.Box.Height),
        new XAttribute("preserveAspectRatio", "none"),
        new XAttribute("href", $"data:{MediaTypes.Decide(part.Bytes.Span, new DocumentHints()).MediaType};base64,{Convert.ToBase64String(part.Bytes.Span)}"));

    private static MosaicPart Part(XElement image)
    {
        var (left, top) = (Number(image, "x"), Number(image, "y"));
        var address = (string)image.Attribute("href")!;
        return new MosaicPart(Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]), new PdfBox(left, top, left + Number(image, "width"), top + Number(image, "height")));
    }

    // Edges are rounded, not sizes, so that what met still meets.
    private static PdfBox Within(PdfBox frame, PdfBox box) =>
        new(Pixel(box.Left - frame.Left), Pixel(box.Top - frame.Top), Pixel(box.Right - frame.Left), Pixel(box.Bottom - frame.Top));

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    private static double Pixel(double points) => Math.Round(PdfPicture.Pixel(points));
}

/// <param name="Bytes">Of a picture file.</param>
internal sealed record MosaicPart(ReadOnlyMemory<byte> Bytes, PdfBox Box);
