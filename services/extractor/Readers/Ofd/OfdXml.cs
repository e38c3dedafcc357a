using System.Globalization;
using System.Xml.Linq;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>Values as the format writes them. Elements are found by their local names: files of the drafts have other name spaces.</summary>
internal static class OfdXml
{
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static XElement? Child(this XElement element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>Numbers between spaces; what is none is left out.</summary>
    public static double[] Numbers(string? text) =>
        [.. (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Number).OfType<double>()];

    public static double Number(XElement element, string attribute, double otherwise) => Number(element.Attribute(attribute)?.Value) ?? otherwise;

    public static bool Flag(XElement element, string attribute, bool otherwise) =>
        element.Attribute(attribute)?.Value is { } value ? value is "true" or "1" : otherwise;

    /// <returns>A box written as left, top, width and height; null where it is none.</returns>
    public static PdfBox? Box(string? text) =>
        Numbers(text) is [var left, var top, var width, var height] ? new PdfBox(left, top, left + width, top + height) : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && Math.Abs(number) < 1e6 ? number : null;
}
