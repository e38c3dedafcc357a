using System.Xml.Linq;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>Names of the format.</summary>
internal static class OpenNames
{
    public static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static readonly XNamespace Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    public static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public static readonly XNamespace Svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    public static readonly XNamespace Link = "http://www.w3.org/1999/xlink";
    public static readonly XName Title = (XNamespace)"http://purl.org/dc/elements/1.1/" + "title";

    /// <summary>The number that an attribute holds, from 1; 1 where it holds none.</summary>
    public static int Count(XElement element, XName attribute) =>
        int.TryParse(element.Attribute(attribute)?.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count > 0 ? count : 1;
}
