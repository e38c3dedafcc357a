using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Headers, footers, footnotes and endnotes: text beside the body.</summary>
internal static class RunningParts
{
    public static ImmutableArray<OpenXmlElement> Of(MainDocumentPart main) =>
    [
        .. main.HeaderParts.Select(part => (OpenXmlElement?)part.Header)
            .Concat(main.FooterParts.Select(part => (OpenXmlElement?)part.Footer))
            .Append(main.FootnotesPart?.Footnotes)
            .Append(main.EndnotesPart?.Endnotes)
            .OfType<OpenXmlElement>(),
    ];
}
