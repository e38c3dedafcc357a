using System.Globalization;
using System.Xml.Linq;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>The pictures in the frames of an element that are as large as a table may be, those in its text boxes left out.</summary>
internal static class FramedPictures
{
    /// <summary>Units in which programs write lengths, in points.</summary>
    private static readonly (string Unit, double Points)[] Units = [("cm", 72 / 2.54), ("mm", 7.2 / 2.54), ("in", 72), ("pt", 1), ("pc", 12), ("px", 0.75)];

    /// <param name="before">Blocks that stand before the element's end.</param>
    public static IEnumerable<EmbeddedPicture> In(XElement element, OpenPackage package, int before) =>
        Frames(element).Where(IsWide).Select(frame => Picture(frame, package, before)).OfType<EmbeddedPicture>();

    private static IEnumerable<XElement> Frames(XElement element) =>
        element.Name == OpenNames.Draw + "frame" ? [element]
        : element.Name == OpenNames.Draw + "text-box" || element.Name == OpenNames.Office + "annotation" ? []
        : element.Elements().SelectMany(Frames);

    private static bool IsWide(XElement frame) => frame.Attribute(OpenNames.Svg + "width")?.Value is { } width
        && Units.FirstOrDefault(unit => width.EndsWith(unit.Unit, StringComparison.Ordinal)) is { Unit: { } unit, Points: var points }
        && double.TryParse(width[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length * points >= DocumentPictures.LeastWidth;

    // Of alternatives the first, as programs show it: others hold the same picture in another format.
    private static EmbeddedPicture? Picture(XElement frame, OpenPackage package, int before) =>
        frame.Element(OpenNames.Draw + "image")?.Attribute(OpenNames.Link + "href")?.Value is { } path && package.Bytes(path) is { } bytes && OcrReader.Reads(bytes)
            ? new EmbeddedPicture(path, before, bytes) : null;
}
