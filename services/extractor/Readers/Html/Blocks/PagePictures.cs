using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Extractor.Containers;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>The pictures of a page that are as large as a table may be and whose bytes came with it: in their address, or as files beside the page.</summary>
internal static class PagePictures
{
    /// <summary>Bytes: where the page states no size, a smaller file is an emblem or keeps a place. A table of two rows in 16 grays has more.</summary>
    private const int LeastBytes = 4096;

    public static ImmutableArray<EmbeddedPicture> Of(IHtmlDocument document, IReadOnlyList<PlacedPicture> pictures, DocumentHints hints)
    {
        if (pictures.Count == 0)
        {
            return [];
        }

        var numbers = document.Images.Index().ToDictionary(image => (IElement)image.Item, image => image.Index + 1);
        return [.. pictures.Select(picture => Embedded(picture, numbers.GetValueOrDefault(picture.Element), hints)).OfType<EmbeddedPicture>()];
    }

    private static EmbeddedPicture? Embedded(PlacedPicture picture, int number, DocumentHints hints)
    {
        var isLarge = StatedSize.IsOfTable(picture.Element);
        if (isLarge == false || PictureAddress.Of(picture.Element) is not { } address)
        {
            return null;
        }

        var (name, bytes) = hints.Beside?.Invoke(address) is { } file ? (EntryName.Sibling(file.Name), file.Bytes)
            : DataAddress.Bytes(address) is { } carried ? (string.Create(CultureInfo.InvariantCulture, $"picture {number}"), carried)
            : (string.Empty, ReadOnlyMemory<byte>.Empty);
        return bytes.Length >= (isLarge == true ? 1 : LeastBytes) && OcrReader.Reads(bytes) ? new EmbeddedPicture(name, picture.Before, bytes) : null;
    }
}
