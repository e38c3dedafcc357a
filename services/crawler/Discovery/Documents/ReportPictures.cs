using HtmlAgilityPack;
using Pipeline.Contracts.Pictures;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>The pictures of a page that may be the tables of its report.</summary>
internal static class ReportPictures
{
    /// <summary>Numbers in cells of their own: a page with as many shows its tables as text.</summary>
    private const int FewestFigures = 20;

    /// <summary>Pages of the longest reports.</summary>
    private const int MostPictures = 60;

    /// <returns>Addresses in the order of the page, each once; none for a page that shows tables as text.</returns>
    public static IReadOnlyList<Uri> Of(PageView page) => page.Elements.Figures >= FewestFigures
        ? []
        : [.. page.Elements.Images.Where(IsOfTable).Select(image => page.Link(TablePicture.Address(name => Attribute(image, name)), "", LinkKind.Attachment, "picture")?.Url).OfType<Uri>().Distinct().Take(MostPictures)];

    private static bool IsOfTable(HtmlNode image) =>
        TablePicture.IsWide(name => Attribute(image, name)) ?? TablePicture.IsInText(image.Ancestors().Select(ancestor => ancestor.Name));

    private static string? Attribute(HtmlNode image, string name) => image.GetAttributeValue(name, null!) is { } value ? HtmlEntity.DeEntitize(value) : null;
}
