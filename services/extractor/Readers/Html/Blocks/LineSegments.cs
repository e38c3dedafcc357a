using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.PseudoTables;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>The parts that a line sets apart: by elements of their own, by bars, by tabs, or by gaps of two spaces.</summary>
internal static partial class LineSegments
{
    /// <summary>Empty where the line is one text.</summary>
    public static ImmutableArray<TextSegment> Of(IReadOnlyList<Box> line, Box container, ElementPaths paths)
    {
        var elements = line.Where(box => box.IsElement).ToList();
        var onlyElements = line.All(box => box.IsElement || box.Text.AsSpan().Trim().Length == 0);
        if (onlyElements && elements is [var only])
        {
            return Of(only.Children, only, paths);
        }

        if (onlyElements && elements.Count > 1 && SetApart.Are(container, elements))
        {
            return [.. elements.Select(box => new TextSegment(BoxText.Of(box), paths.Locator(box.Element)))];
        }

        return elements.Count == 0 ? Parts(string.Concat(line.Select(box => box.Text)), container.KeepsSpace, paths.Locator(container.Element)) : [];
    }

    private static ImmutableArray<TextSegment> Parts(string text, bool keepsSpace, HtmlLocator place)
    {
        var trimmed = text.TrimStart().TrimEnd(' ', '\r', '\n', '\u00A0', '\u3000');
        var parts = Bars().IsMatch(trimmed) ? Bars().Split(Bars().IsMatch(trimmed[..1]) ? OuterBars().Replace(trimmed, "") : trimmed)
            : keepsSpace && trimmed.Contains('\t', StringComparison.Ordinal) ? trimmed.Split('\t')
            : (keepsSpace ? Gaps() : HardGaps()).Split(trimmed.TrimEnd());
        return parts.Length < 2 ? [] : [.. parts.Select(part => new TextSegment(Composed(part), place))];
    }

    private static string Composed(string part)
    {
        var text = new TextComposer();
        text.Append(part);
        return text.ToString();
    }

    [GeneratedRegex(@"[|｜│]")]
    private static partial Regex Bars();

    /// <summary>One at either end frames a line that begins with one; a second one there closes an empty cell.</summary>
    [GeneratedRegex(@"^[|｜│]|[|｜│]$")]
    private static partial Regex OuterBars();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Gaps();

    /// <summary>Spaces that a browser does not collapse, and tabs, which editors put between copied cells.</summary>
    [GeneratedRegex(@"[\u00A0\u2002-\u200A\u3000]{2,}|\t+")]
    private static partial Regex HardGaps();
}
