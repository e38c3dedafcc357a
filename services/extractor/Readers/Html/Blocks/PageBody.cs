using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>
/// Tells the body of a page from its frame by weight, not by known containers, because these change with every redesign: running text and tables of
/// figures weigh, links do not. The body is the smallest box that holds nearly all weight, with the title and byline above it.
/// </summary>
internal static partial class PageBody
{
    /// <summary>The rest may be teasers beside the body, or a table that an editor put outside its container.</summary>
    private const double NearlyAll = 0.8;

    /// <summary>Shorter lines are menu entries as often as text.</summary>
    private const int ShortLine = 15;

    /// <summary>A table cell weighs as much as a few words.</summary>
    private const int CellWeight = 5;

    /// <summary>Lines between a title and its text: index table, byline, buttons for the size of the type.</summary>
    private const int MostLinesAbove = 15;

    private const double MostlyLinks = 0.6;

    /// <param name="title">Title of the document; null when it has none.</param>
    public static ImmutableArray<Block> Mark(IReadOnlyList<PlacedBlock> blocks, string? title)
    {
        var body = Body(blocks);
        var inside = blocks.Select(block => body is null || Holds(body, block.Origin)).ToList();
        var first = inside.IndexOf(true);
        var start = first < 0 ? 0 : TitleAbove(blocks, first, title);
        return
        [
            .. blocks.Select((placed, i) => placed.Block is TextBlock text && ((!inside[i] && (i < start || i > first)) || IsFrame(placed, body))
                ? text with { IsBoilerplate = true }
                : placed.Block),
        ];
    }

    private static Box? Body(IReadOnlyList<PlacedBlock> blocks)
    {
        var weights = new Dictionary<Box, double>();
        foreach (var block in blocks)
        {
            var weight = Weight(block);
            for (var box = weight > 0 ? block.Origin : null; box is not null; box = box.Parent)
            {
                weights[box] = weights.GetValueOrDefault(box) + weight;
            }
        }

        var body = weights.Keys.FirstOrDefault(box => box.Parent is null);
        while (body?.Children.Find(child => weights.GetValueOrDefault(child) >= NearlyAll * weights.GetValueOrDefault(Root(body))) is { } smaller)
        {
            body = smaller;
        }

        return body;
    }

    private static Box Root(Box box) => box.Parent is null ? box : Root(box.Parent);

    private static double Weight(PlacedBlock placed) => placed.Block switch
    {
        GridBlock grid => grid.Cells.Count(cell => cell.Text.Length > 0) * CellWeight,
        TextBlock { Text.Length: >= ShortLine } text => text.Text.Length * (1 - placed.LinkShare),
        _ => 0,
    };

    private static bool Holds(Box body, Box? box)
    {
        while (box is not null && box != body)
        {
            box = box.Parent;
        }

        return box is not null;
    }

    /// <summary>Index of the title above the body, or of the body where none is near.</summary>
    private static int TitleAbove(IReadOnlyList<PlacedBlock> blocks, int first, string? title)
    {
        for (var i = Math.Max(0, first - MostLinesAbove); i < first; i++)
        {
            if (blocks[i].Block is TextBlock text && blocks[i].LinkShare < MostlyLinks && (text.HeadingLevel is 1 or 2 || IsTitle(text.Text, title)))
            {
                return i;
            }
        }

        return first;
    }

    // A page made from last year's keeps its title: the one that is shown has another year.
    private static bool IsTitle(string text, string? title) => text.Length >= 8 && title is not null && Number().Replace(title, "0").Contains(Number().Replace(text, "0"), StringComparison.Ordinal);

    /// <summary>Lists of links and what the page itself calls its frame, also where they stand within the body's box.</summary>
    private static bool IsFrame(PlacedBlock placed, Box? body)
    {
        if (placed.LinkShare > MostlyLinks && placed.Block is TextBlock { HeadingLevel: null })
        {
            return true;
        }

        for (Box? box = placed.Origin; box is not null && box != body; box = box.Parent)
        {
            var element = box.Element;
            if (element.LocalName is "nav" or "footer" or "aside" || FrameName().IsMatch(element.ClassName ?? "") || FrameName().IsMatch(element.Id ?? ""))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"(^|[\s_-])(nav|navbar|menu|crumbs?|breadcrumb|bread|foot|footer|copyright|share|sidebar|related)([\s_-]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex FrameName();
}
