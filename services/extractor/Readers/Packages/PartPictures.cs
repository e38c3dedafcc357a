using DocumentFormat.OpenXml.Packaging;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Packages;

/// <summary>Pictures that a part of an Office package refers to.</summary>
internal static class PartPictures
{
    /// <param name="relation">By which the part calls the picture.</param>
    /// <param name="before">Blocks of the document that stand before it.</param>
    /// <returns>Null where there is none, or of a kind that is not recognised.</returns>
    public static EmbeddedPicture? Of(OpenXmlPart owner, string? relation, int before)
    {
        if (relation is null || !owner.TryGetPartById(relation, out var part) || part is not ImagePart image)
            return null;
        using var content = image.GetStream();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        var picture = bytes.ToArray();
        return OcrReader.Reads(picture) ? new EmbeddedPicture(image.Uri.OriginalString.TrimStart('/'), before, picture) : null;
    }
}
