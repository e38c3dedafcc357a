using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>The address of a picture, also of one that a script fetches once it is scrolled to.</summary>
internal static class PictureAddress
{
    /// <summary>Attributes under which scripts keep the address; <c>src</c> then is a picture that keeps the place.</summary>
    private static readonly string[] Lazy = ["data-src", "data-original", "data-lazy-src", "data-original-src", "data-echo", "data-url"];

    /// <returns>As written; null where there is none.</returns>
    public static string? Of(IElement image) =>
        Lazy.Select(image.GetAttribute).Append(image.GetAttribute("src")).FirstOrDefault(address => !string.IsNullOrWhiteSpace(address))?.Trim();
}
