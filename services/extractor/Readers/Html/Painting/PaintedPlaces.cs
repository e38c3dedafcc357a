using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>Leads from what was read of a painted page back to the snapshot: to the element itself, or to the nearest around it that the markup has.</summary>
internal static class PaintedPlaces
{
    /// <param name="plain">What was read.</param>
    /// <param name="markup">The snapshot's own tree.</param>
    public static SourceDocument In(SourceDocument painted, PaintedMarkup written, IHtmlDocument plain, IHtmlDocument markup)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return painted with { Blocks = [.. painted.Blocks.Select(Block)], Issues = [.. painted.Issues.Select(issue => issue.Where is null ? issue : issue with { Where = Place(issue.Where) })] };

        Block Block(Block block) => block switch
        {
            GridBlock grid => grid with { Source = Place(grid.Source), Cells = [.. grid.Cells.Select(cell => cell with { Source = Place(cell.Source) })] },
            TextBlock text => text with { Source = Place(text.Source), Segments = [.. text.Segments.Select(segment => segment with { Source = Place(segment.Source) })] },
            _ => block,
        };

        Locator Place(Locator place) => place is HtmlLocator html ? html with { Path = known.TryGetValue(html.Path, out var path) ? path : known[html.Path] = InMarkup(html.Path) } : place;

        string InMarkup(string path)
        {
            var steps = (plain.QuerySelector(path) is { } element ? written.PathOf(element) : "html>body").Split('>');
            INode at = markup.DocumentElement;
            var found = new List<string> { "html" };
            foreach (var step in steps.Skip(1))
            {
                if (Child((IElement)at, step) is not { } next)
                {
                    break;
                }

                at = next;
                found.Add(step);
            }

            return string.Join('>', found);
        }
    }

    private static IElement? Child(IElement parent, string step) => step == "body"
        ? parent.Children.FirstOrDefault(child => child.LocalName == "body")
        : step.Split(":nth-child(") is [var name, var position] && int.TryParse(position.TrimEnd(')'), out var at) && at <= parent.Children.Length && parent.Children[at - 1] is { } child && child.LocalName == name ? child : null;
}
