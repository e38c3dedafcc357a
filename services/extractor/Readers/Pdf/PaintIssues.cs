using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>Says of each doubtful place of the pages which cell it concerns.</summary>
internal static class PaintIssues
{
    // Beyond that one doubt about the whole document says as much.
    private const int Most = 100;

    // Two or three letters beside the tables are a stamp's or a page number's.
    private const int FewestBeside = 4;

    public static ImmutableArray<Issue> Of(ImmutableArray<PdfPage> pages, IReadOnlyCollection<Block> blocks)
    {
        var cells = blocks.OfType<GridBlock>().SelectMany(grid => grid.Cells).Select(cell => cell.Source).OfType<PdfLocator>().ToLookup(place => place.Page);
        var issues = new List<Issue>();
        var beside = new List<string>();
        foreach (var (page, doubt) in pages.SelectMany(page => page.Doubts.Select(doubt => (page.Number, doubt))))
        {
            var place = cells[page].MaxBy(cell => Common(cell, doubt.Box)) is { } nearest && Common(nearest, doubt.Box) > 0 ? nearest : null;
            if (place is not null)
                issues.Add(Appearance.Doubt(doubt.Code, place));
            else if (doubt.Code is not AppearanceReasons.Moved)
                beside.Add(doubt.Code);
        }

        if (beside.Count >= FewestBeside)
            issues.AddRange(beside.Distinct().Select(code => Appearance.Doubt(code, null)));
        ImmutableArray<Issue> distinct = [.. issues.Distinct()];
        return distinct.Length <= Most ? distinct : [.. distinct.DistinctBy(issue => issue.Code).Select(issue => Appearance.Doubt(issue.Code, null))];
    }

    private static double Common(PdfLocator cell, PdfBox box) =>
        new PdfBox(cell.Left, cell.Top, cell.Right, cell.Bottom).Intersect(box) is { Width: > 0, Height: > 0 } common ? common.Width * common.Height : 0;
}
