using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Pictures;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Containers;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>The pictures of a page that are as large as a table may be and whose bytes came with it: in their address, or as files beside the page.</summary>
internal static class PagePictures
{
    /// <summary>Bytes: where the page states no size, a smaller file is an emblem or keeps a place. A table of two rows in 16 grays has more.</summary>
    private const int LeastBytes = 4096;

    public static ImmutableArray<EmbeddedPicture> Of(IHtmlDocument document, IReadOnlyList<PlacedImage> pictures, DocumentHints hints)
    {
        if (pictures.Count == 0)
        {
            return [];
        }

        var numbers = document.Images.Index().ToDictionary(image => (IElement)image.Item, image => image.Index + 1);
        return [.. pictures.Select(picture => Embedded(document, picture, numbers.GetValueOrDefault(picture.Element), hints)).OfType<EmbeddedPicture>()];
    }

    private static EmbeddedPicture? Embedded(IHtmlDocument document, PlacedImage picture, int number, DocumentHints hints)
    {
        var isLarge = TablePicture.IsWide(picture.Element.GetAttribute);
        if (!(isLarge ?? IsInText(picture.Element)) || AddressOf(document, picture.Element) is not { } address)
        {
            return null;
        }

        var (name, bytes) = hints.Beside?.Invoke(address) is { } file ? (EntryName.Sibling(file.Name), file.Bytes)
            : DataAddress.Bytes(address) is { } carried ? (string.Create(CultureInfo.InvariantCulture, $"picture {number}"), carried)
            : (string.Empty, ReadOnlyMemory<byte>.Empty);
        return bytes.Length >= (isLarge == true ? 1 : LeastBytes) && OcrReader.Reads(bytes) ? new EmbeddedPicture(name, picture.Before, bytes) : null;
    }

    public static bool IsInText(IElement image) => TablePicture.IsInText(
        TablePicture.Address(image.GetAttribute), image.GetAncestors().OfType<IElement>().Select(element => (element.LocalName, (Func<string, string?>)element.GetAttribute)));

    /// <summary>From the address that the page says its links count from, where it says one.</summary>
    private static string? AddressOf(IHtmlDocument document, IElement image) => TablePicture.Address(image.GetAttribute) is not { } address ? null
        : Uri.TryCreate(document.QuerySelector("base[href]")?.GetAttribute("href"), UriKind.Absolute, out var start) && Uri.TryCreate(start, address, out var whole) ? whole.AbsoluteUri
        : address;
}
