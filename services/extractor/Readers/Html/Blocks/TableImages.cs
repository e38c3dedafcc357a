using System.Globalization;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>Notices pages whose tables are pictures: no grid has figures, but the body shows pictures that are as large as a table.</summary>
internal static class TableImages
{
    private const int WidthOfTable = 300;

    private const int FewestFigures = 10;

    public static IEnumerable<Issue> Of(IHtmlDocument document, IReadOnlyList<PlacedBlock> blocks)
    {
        var figures = blocks.Select(placed => placed.Block).OfType<GridBlock>().SelectMany(grid => grid.Cells).Count(cell => cell.Text.Length > 0 && cell.Text.All(char.IsAsciiDigit));
        if (figures >= FewestFigures)
        {
            yield break;
        }

        var images = document.GetElementsByTagName("img").OfType<IHtmlImageElement>().Where(IsLarge).Count();
        if (images > 0)
        {
            yield return new Issue(IssueReasons.HtmlTableImage, IssueSeverity.Warning, $"The page shows {images} large pictures and no table of figures: its tables may be pictures. Read them by OCR.");
        }
    }

    /// <summary>By the size that the page states; one without a size counts within a paragraph, where editors put pictures of pages.</summary>
    private static bool IsLarge(IHtmlImageElement image)
    {
        var stated = image.GetAttribute("width") ?? (Styles.StyleProperties.Parse(image.GetAttribute("style") ?? "").TryGetValue("width", out var width) ? width.Text : null);
        return stated is null
            ? image.ParentElement is { LocalName: "p" } || image.ParentElement?.ParentElement is { LocalName: "p" }
            : int.TryParse(stated.TrimEnd('p', 'x', '%').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && (stated.EndsWith('%') ? size >= 50 : size >= WidthOfTable);
    }
}
