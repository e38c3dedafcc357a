using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>Leads from a snapshot and a locator back to the spot, with the charset decision and the tree of the reader.</summary>
internal static class HtmlSpot
{
    /// <summary>What a person reads at the spot; null where the page has no such element or does not show it.</summary>
    /// <exception cref="UnreadableDocumentException">The page cannot be read, as in <see cref="HtmlReader"/>.</exception>
    public static string? Text(ReadOnlySpan<byte> page, string? contentType, HtmlLocator locator)
    {
        using var document = HtmlParsing.Parse(HtmlText.Decode(page, contentType).Text, CancellationToken.None);
        return document.QuerySelector(locator.Path) is { } element ? Text(document, element, opensPanes: false) ?? Text(document, element, opensPanes: true) : null;
    }

    private static string? Text(IHtmlDocument document, IElement element, bool opensPanes) =>
        BoxTree.Build(document, opensPanes) is { } body && Find(body, element) is { } box ? BoxText.Of(box) : null;

    private static Box? Find(Box box, IElement element)
    {
        if (box.IsElement && box.Element == element)
        {
            return box;
        }

        foreach (var child in box.Children)
        {
            if (child.IsElement && Find(child, element) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
