using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <param name="Element">An <c>img</c> that is seen.</param>
/// <param name="Before">Blocks of the page that stand before it.</param>
internal sealed record PlacedImage(IElement Element, int Before);
