using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Html.Blocks;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>
/// Reads the tables that a text holds as HTML source: Markdown writers keep merged cells so, and sources get pasted. Each becomes a grid whose
/// cells have their places in the text.
/// </summary>
internal static partial class MarkupTables
{
    /// <summary>Stretches of the text from each outermost table's begin to its end; one that is never closed ends with the text.</summary>
    public static List<Range> Find(string text)
    {
        var found = new List<Range>();
        var (depth, start) = (0, 0);
        foreach (Match tag in TableTag().Matches(text))
        {
            if (tag.Value[1] != '/')
                start = depth++ == 0 ? tag.Index : start;
            else if (depth > 0 && --depth == 0)
                found.Add(start..(tag.Index + tag.Length));
        }

        if (depth > 0)
            found.Add(start..text.Length);
        return found;
    }

    /// <summary>The text with white space for each stretch: lines and columns stay.</summary>
    public static string Without(string text, IEnumerable<Range> stretches)
    {
        var rest = new StringBuilder(text);
        foreach (var stretch in stretches)
        {
            for (var i = stretch.Start.Value; i < stretch.End.Value; i++)
                rest[i] = text[i] == '\n' ? '\n' : ' ';
        }

        return rest.ToString();
    }

    /// <exception cref="UnreadableDocumentException">The markup is too large or nested too deeply.</exception>
    public static IEnumerable<Block> Read(string text, Range stretch, CancellationToken cancellation)
    {
        var source = text[stretch];
        using var document = HtmlParsing.Parse(source, cancellation, keepsPlaces: true);
        var paths = new ElementPaths();
        var page = new PageBlocks(paths);
        if (BoxTree.Build(document) is { } body)
            page.Flow(body);
        var elements = document.All.ToDictionary(paths.PathOf, StringComparer.Ordinal);
        Locator Place(Locator locator) => locator is HtmlLocator html ? PlaceOf(elements[html.Path], text, source, stretch.Start.Value) : locator;
        return page.Blocks.Select(placed => placed.Block switch
        {
            GridBlock grid => grid with { Source = Place(grid.Source), Cells = [.. grid.Cells.Select(cell => cell with { Source = Place(cell.Source) })] },
            TextBlock line => line with { Source = Place(line.Source), Segments = [.. line.Segments.Select(segment => segment with { Source = Place(segment.Source) })] },
            var other => other,
        }).ToList();
    }

    /// <summary>The first stretch of text in the element, up to a tag or the end of the line.</summary>
    private static TextLocator PlaceOf(IElement element, string text, string source, int offset)
    {
        var start = Math.Clamp(element.SourceReference?.Position.Index ?? 0, 0, source.Length);
        var content = FirstText().Match(source, start);
        var place = offset + (content.Success ? content.Groups[1].Index : start);
        var line = text.AsSpan(0, place).Count('\n') + 1;
        return new TextLocator(line, place - text.LastIndexOf('\n', Math.Max(0, place - 1)), content.Success ? content.Groups[1].Length : 0);
    }

    [GeneratedRegex(@"</?table\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableTag();

    // Behind the element's own tag, past the tags within it, but not past the end of a cell.
    [GeneratedRegex(@"\G<[^<>]*>(?:\s|<(?!/?(?:td|th|tr|table)\b)[^<>]*>)*([^<\r\n]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstText();
}
