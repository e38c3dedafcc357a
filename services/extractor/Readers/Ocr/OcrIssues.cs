using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>What a person should know about pages that were recognised.</summary>
internal static class OcrIssues
{
    /// <summary>Pixels of an ideograph below which 3 and 8, or 1 and 7, look the same to every pass: ten points at 100 dots per inch have 14.</summary>
    private const double LeastCharacterHeight = 15;

    private const int MostDisputes = 20;

    public static IEnumerable<Issue> Of(ImmutableArray<OcrPage> pages)
    {
        foreach (var page in pages)
        {
            var disputed = page.Words.Where(word => word.Other is not null).ToList();
            foreach (var word in disputed.Take(MostDisputes))
                yield return new Issue(IssueReasons.OcrDisputed, IssueSeverity.Warning, $"Recognition reads “{word.Text}”, another pass “{word.Other}”: compare with the picture.", page.Locate(word.Box));
            if (disputed.Count > MostDisputes)
                yield return new Issue(IssueReasons.OcrDisputed, IssueSeverity.Warning, $"Passes of recognition differ about {disputed.Count - MostDisputes} more texts on page {page.Number}: compare it with the picture.");
            if (page.CharacterHeight is > 0 and < LeastCharacterHeight)
                yield return new Issue(IssueReasons.OcrCoarse, IssueSeverity.Warning, $"Characters on page {page.Number} are {page.CharacterHeight:0} pixels high, too few to tell all figures apart: compare them with the picture.");
        }
    }

    /// <summary>Where the text of pages says other figures than their pictures show; a picture is what a person sees.</summary>
    public static IEnumerable<Issue> Of(OcrPage page, WrittenFigures written) =>
    [
        .. written.Differing.Take(MostDisputes).Select(pair => Differs(page, pair.Seen.Box, $"shows “{pair.Seen.Text}”", pair.Written)),
        .. written.Unseen.Take(MostDisputes).Select(word => Differs(page, word.Box, "shows nothing", word.Text)),
    ];

    /// <summary>Of each page the place of the figures that no rules bound.</summary>
    public static IEnumerable<Issue> Unruled(IEnumerable<Block> blocks) => blocks.OfType<GridBlock>().Where(grid => grid.IsUnruled)
        .SelectMany(grid => grid.Cells.Select(cell => cell.Source).OfType<OcrLocator>().GroupBy(place => place.Page))
        .Select(page => new Issue(IssueReasons.OcrUnruled, IssueSeverity.Warning, $"The table on page {page.Key} has no rules, so that a figure may be taken for one of the next column: compare it with the picture.", page.Aggregate(Around)));

    private static OcrLocator Around(OcrLocator one, OcrLocator other) => one with
    {
        Left = Math.Min(one.Left, other.Left), Top = Math.Min(one.Top, other.Top), Right = Math.Max(one.Right, other.Right), Bottom = Math.Max(one.Bottom, other.Bottom),
        EngineConfidence = Math.Min(one.EngineConfidence, other.EngineConfidence),
    };

    /// <param name="why">Why the picture was not read, and how to change that.</param>
    public static Issue TextAlone(IEnumerable<int> pages, string why) =>
        new(IssueReasons.OcrTextAlone, IssueSeverity.Warning, $"What page {string.Join(", ", pages)} shows is not what its text says for sure, and only the text was read: {why}");

    private static Issue Differs(OcrPage page, PdfBox box, string shows, string written) =>
        new(IssueReasons.OcrTextDiffers, IssueSeverity.Warning, $"The picture {shows} where the text of the file says “{written}”: compare with the page.", page.Locate(box));

    public static Issue Unreadable(string why) => new(IssueReasons.OcrPagesUnread, IssueSeverity.Warning, $"A page that is a picture could not be recognised: {why}");

    /// <param name="box">Of a picture on a page of text that says nothing of it.</param>
    /// <param name="why">Why it was not read, and how to change that.</param>
    public static Issue PictureUnread(int page, PdfBox box, string why) =>
        new(IssueReasons.OcrPagesUnread, IssueSeverity.Warning, $"A picture on page {page} may hold a table, and was not recognised: {why}", new PdfLocator(page, box.Left, box.Top, box.Right, box.Bottom));

    public static Issue Unread(int read, int all) =>
        new(IssueReasons.OcrPagesUnread, IssueSeverity.Warning, $"The document has {all} pages of pictures; the first {read} were recognised. Split it and read the part that holds the report.");
}
