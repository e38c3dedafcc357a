using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Html.Tables;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Shares of their line that neighbouring cells take, as far as the style or the usual class names tell.</summary>
internal static partial class CellWidths
{
    /// <summary>Pixels stand beside shares of the rest in one line; any width does as long as all lines assume the same.</summary>
    private const double AssumedLine = 1000;

    /// <summary>Shares that add up to 1; null where a cell's width depends on its text.</summary>
    public static double[]? Shares(IReadOnlyList<Box> cells)
    {
        var widths = cells.Select(Of).ToList();
        if (widths.Contains(null))
        {
            return SpanShares(cells);
        }

        var taken = widths.Sum(width => width!.Value.Fixed);
        var growing = widths.Sum(width => width!.Value.Grow);
        var rest = Math.Max(0, 1 - taken);
        var shares = widths.Select(width => width!.Value.Fixed + (growing > 0 ? rest * width.Value.Grow / growing : 0)).ToArray();
        var sum = shares.Sum();
        return sum <= 0 ? null : shares.Select(share => share / Math.Max(sum, growing > 0 ? 1 : sum)).ToArray();
    }

    /// <summary>The cells of a line that wraps, as lines; null where widths do not tell where.</summary>
    public static List<List<Box>>? Lines(IReadOnlyList<Box> cells)
    {
        var lines = new List<List<Box>>();
        var left = 0.0;
        foreach (var cell in cells)
        {
            if (Of(cell) is not { Grow: 0, Fixed: > 0 } width)
            {
                return null;
            }

            // Percentages are rounded: 14.29 % seven times is a little more than the line.
            if (lines.Count == 0 || left + width.Fixed > 1.005)
            {
                lines.Add([]);
                left = 0;
            }

            lines[^1].Add(cell);
            left += width.Fixed;
        }

        return lines;
    }

    private static double[]? SpanShares(IReadOnlyList<Box> cells)
    {
        var spans = cells.Select(cell => Span.Columns(cell.Element)).ToArray();
        return spans.Any(span => span > 1) ? spans.Select(span => (double)span / spans.Sum()).ToArray() : null;
    }

    private static (double Fixed, double Grow)? Of(Box cell)
    {
        if (Grow(cell) is { } grow)
        {
            return (0, grow);
        }

        if ((cell.Style.GetValueOrDefault("flex-basis") ?? cell.Style.GetValueOrDefault("width")) is { } width && Fraction(width) is { } part)
        {
            return (part, 0);
        }

        return cell.Element.ClassList.Select(name => TwelfthsClass().Match(name)).FirstOrDefault(match => match.Success) is { } twelfths
            ? (int.Parse(twelfths.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 12.0, 0)
            : null;
    }

    private static double? Grow(Box cell)
    {
        if (cell.Style.TryGetValue("flex", out var flex))
        {
            var parts = flex.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 3 && parts[0] == "0")
            {
                return null;
            }

            return double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var grow) && grow > 0 ? grow : null;
        }

        return double.TryParse(cell.Style.GetValueOrDefault("flex-grow"), NumberStyles.Float, CultureInfo.InvariantCulture, out var alone) && alone > 0 && !cell.Style.ContainsKey("width") ? alone : null;
    }

    private static double? Fraction(string width)
    {
        if (Calculation().Match(width) is { Success: true } calculation)
        {
            return double.Parse(calculation.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 100
                * (calculation.Groups["by"].Success ? double.Parse(calculation.Groups["by"].ValueSpan, CultureInfo.InvariantCulture) : 1)
                / double.Parse(calculation.Groups["into"].ValueSpan, CultureInfo.InvariantCulture);
        }

        return width.EndsWith('%') && double.TryParse(width[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            ? percent / 100
            : CssLength.Pixels(width) / AssumedLine;
    }

    /// <summary>Class names of the widespread grids of twelve: col-3, col-md-3.</summary>
    [GeneratedRegex(@"^col-(?:(?:xs|sm|md|lg|xl|xxl)-)?(1[0-2]|[1-9])$")]
    private static partial Regex TwelfthsClass();

    [GeneratedRegex(@"^calc\(\s*(\d{1,3}(?:\.\d{1,6})?)%\s*(?:\*\s*(?<by>\d{1,3})\s*)?/\s*(?<into>\d{1,3})\s*\)$")]
    private static partial Regex Calculation();
}
