using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Headers, footers, footnotes and endnotes: text beside the body.</summary>
internal static class RunningParts
{
    public static ImmutableArray<OpenXmlElement> Of(MainDocumentPart main, PartBounds bounds) =>
    [
        .. main.HeaderParts.Concat<OpenXmlPart?>(main.FooterParts).Append(main.FootnotesPart).Append(main.EndnotesPart)
            .Select(bounds.Root<OpenXmlPartRootElement>).OfType<OpenXmlElement>(),
    ];
}
