using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Pictures;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>Notices pages whose tables are pictures that did not come with them: no grid has figures, but the page shows pictures that are as large as a table.</summary>
internal static class TableImages
{
    private const int FewestFigures = 10;

    /// <param name="pictures">In reading order.</param>
    /// <param name="read">Pictures whose bytes are there.</param>
    public static IEnumerable<Issue> Of(IHtmlDocument document, IReadOnlyList<PlacedBlock> blocks, IReadOnlyList<PlacedImage> pictures, int read)
    {
        var figures = blocks.Select(placed => placed.Block).OfType<GridBlock>().SelectMany(grid => grid.Cells).Count(cell => cell.Text.Length > 0 && cell.Text.All(char.IsAsciiDigit));
        if (figures >= FewestFigures)
        {
            var tables = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Block is GridBlock).ToList();
            var between = pictures.Count(picture => tables.Count > 1 && picture.Before > tables[0] && picture.Before <= tables[^1] && TablePicture.IsWide(picture.Element.GetAttribute) == true && picture.Element.Closest("td, th") is null);
            if (between > 0)
            {
                yield return new Issue(IssueReasons.HtmlTableImage, IssueSeverity.Warning, $"{between} large pictures stand between the tables of the page: one may be a table of the report. Look at them.");
            }

            yield break;
        }

        var images = document.GetElementsByTagName("img").Count(IsLarge) - read;
        if (images > 0)
        {
            yield return new Issue(IssueReasons.HtmlTableImage, IssueSeverity.Warning, $"The page shows {images} large pictures and no table of figures: its tables may be pictures. Read them by OCR.");
        }
    }

    private static bool IsLarge(IElement image) => TablePicture.IsWide(image.GetAttribute) ?? PagePictures.IsInText(image);
}
