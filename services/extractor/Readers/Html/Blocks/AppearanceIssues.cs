using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>Says of each doubt about how a page looks which cell or line it concerns, or that it concerns all.</summary>
internal static class AppearanceIssues
{
    /// <summary>Beyond that one doubt about the whole page says as much.</summary>
    private const int Most = 100;

    public static IEnumerable<Issue> Of(Box? root, IReadOnlyList<PlacedBlock> blocks, ElementPaths paths)
    {
        var doubtful = Doubtful(root).ToList();
        var places = doubtful.Count == 0 ? [] : Places(blocks);
        var issues = doubtful.Select(box => Issue(box, places, paths)).OfType<Issue>().Distinct().ToList();
        return issues.Count <= Most ? issues : issues.DistinctBy(issue => issue.Code).Select(issue => Appearance.Doubt(issue.Code, null));
    }

    private static IEnumerable<Box> Doubtful(Box? root)
    {
        var waiting = new Stack<Box>(root is null ? [] : [root]);
        while (waiting.TryPop(out var box))
        {
            if (box.Doubt is not null)
            {
                yield return box;
            }

            foreach (var child in box.Children)
            {
                waiting.Push(child);
            }
        }
    }

    private static Issue? Issue(Box box, Dictionary<string, (Locator Place, bool IsCell)> places, ElementPaths paths)
    {
        for (var step = box; step is not null; step = step.Parent)
        {
            if (places.TryGetValue(paths.PathOf(step.Element), out var found))
            {
                // Pictures stand in running text everywhere.
                return found.IsCell || box.Doubt is not (AppearanceReasons.Picture or AppearanceReasons.Script) ? Appearance.Doubt(box.Doubt!, found.Place) : null;
            }

            if (step.Kind == BoxKind.Table)
            {
                break;
            }
        }

        return box.Parent is null || box.Kind is BoxKind.Row or BoxKind.RowGroup or BoxKind.HeaderGroup or BoxKind.FooterGroup or BoxKind.Table || box.Element.LocalName is "tr" or "tbody" or "thead" or "tfoot"
            ? Appearance.Doubt(box.Doubt!, null) : null;
    }

    private static Dictionary<string, (Locator Place, bool IsCell)> Places(IReadOnlyList<PlacedBlock> blocks)
    {
        var places = new Dictionary<string, (Locator Place, bool IsCell)>(StringComparer.Ordinal);
        foreach (var block in blocks.Select(placed => placed.Block))
        {
            var inner = block is GridBlock grid ? grid.Cells.Select(cell => cell.Source) : ((TextBlock)block).Segments.Select(segment => segment.Source);
            foreach (var place in inner.OfType<HtmlLocator>())
            {
                places.TryAdd(place.Path, (place, true));
            }

            if (block is TextBlock { Source: HtmlLocator line })
            {
                places.TryAdd(line.Path, (line, false));
            }
        }

        return places;
    }
}
