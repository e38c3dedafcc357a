using System.Text.RegularExpressions;
using Pipeline.Contracts.Pictures;
using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>The pictures of a page that may be the tables of its report: those of a table's width, and others between its title and its foot.</summary>
internal static partial class ReportPictures
{
    /// <summary>Numbers in cells of their own: a page with as many shows its tables as text.</summary>
    private const int FewestFigures = 20;

    /// <summary>Pages of the longest reports.</summary>
    private const int MostPictures = 60;

    /// <returns>Addresses in the order of the page, each once; none for a page that shows tables as text.</returns>
    public static IReadOnlyList<Uri> Of(PageView page)
    {
        var elements = page.Elements;
        if (elements.Figures >= FewestFigures || elements.Images.Count == 0)
            return [];
        var text = elements.OwnText;
        var (start, end) = (Title(text), Foot(text));
        return [.. elements.Images.Where(image => TablePicture.IsWide(image.Attribute) ?? (image.At > start && image.At <= end && IsInText(image)))
            .Select(image => page.Link(TablePicture.Address(image.Attribute), "", LinkKind.Attachment, "picture")?.Url).OfType<Uri>().Distinct().Take(MostPictures)];
    }

    private static bool IsInText(PageImage image) =>
        TablePicture.IsInText(TablePicture.Address(image.Attribute), image.Element.Ancestors().Select(around => (around.Name, (Func<string, string?>)(name => PageImage.Attribute(around, name)))));

    // Where a page says no title outside its links, that is in the pictures.
    private static int Title(string text)
    {
        for (var (start, end) = (0, 0); start < text.Length; start = end + 1)
        {
            end = text.IndexOf(' ', start) is >= 0 and var blank ? blank : text.Length;
            if (ReportWords.NamesReport(text[start..end]))
                return start;
        }
        return -1;
    }

    private static int Foot(string text) => FootWords().Match(text) is { Success: true } foot ? foot.Index : text.Length;

    [GeneratedRegex(@"主办单位|主办：|版权所有|ICP备|公网安备|网站标识码", RegexOptions.CultureInvariant)]
    private static partial Regex FootWords();
}
