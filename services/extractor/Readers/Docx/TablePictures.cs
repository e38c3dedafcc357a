using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Vml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Packages;
using Blip = DocumentFormat.OpenXml.Drawing.Blip;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The pictures of a paragraph that are as large as a table may be, those in its text boxes left out.</summary>
internal static class TablePictures
{
    private const double EmuPerPoint = 12_700;

    /// <param name="before">Blocks that stand before the paragraph's end.</param>
    public static IEnumerable<EmbeddedPicture> In(Paragraph paragraph, MainDocumentPart main, int before) =>
        Relations(paragraph).Distinct().Select(relation => PartPictures.Of(main, relation, before)).OfType<EmbeddedPicture>();

    // Of alternatives the first, as a new program shows it: others hold the same picture for old ones.
    private static IEnumerable<string?> Relations(OpenXmlElement element) => element switch
    {
        TextBoxContent or DeletedRun or MoveFromRun or AlternateContentFallback => [],
        Drawing drawing => drawing.Descendants<Extent>().FirstOrDefault()?.Cx?.Value >= DocumentPictures.LeastWidth * EmuPerPoint ? drawing.Descendants<Blip>().Select(blip => blip.Embed?.Value) : [],
        Shape shape => Width(shape.Style?.Value) >= DocumentPictures.LeastWidth ? shape.Descendants<ImageData>().Select(image => image.RelationshipId?.Value) : [],
        _ => element.ChildElements.SelectMany(Relations),
    };

    private static double? Width(string? style) =>
        style?.Split(';').Select(part => part.Split(':', 2, StringSplitOptions.TrimEntries)).FirstOrDefault(part => part is ["width", _]) is [_, var width]
        && double.TryParse(width.Replace("pt", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : null;
}
