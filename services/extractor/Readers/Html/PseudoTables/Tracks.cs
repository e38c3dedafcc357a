using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Columns of a CSS grid.</summary>
internal static partial class Tracks
{
    /// <summary>Weights of the columns, all 1 where their widths cannot be compared; null where their number depends on the width of the screen.</summary>
    public static double[]? Parse(string template)
    {
        var expanded = Repeat().Replace(LineNames().Replace(template.Split('/')[^1], " "), match => int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) is <= HtmlLimits.Columns / 10 and var count
            ? string.Concat(Enumerable.Repeat(match.Groups["tracks"].Value + " ", count))
            : "none");
        if (expanded.Contains("repeat", StringComparison.Ordinal) || expanded.Contains("none", StringComparison.Ordinal) || expanded.Contains("subgrid", StringComparison.Ordinal))
        {
            return null;
        }

        var tracks = Track().Matches(expanded).Select(match => match.Value).ToList();
        var units = tracks.Select(track => Size().Match(track)).ToList();
        var comparable = units.TrueForAll(size => size.Success) && units.Select(size => size.Groups["unit"].Value).Distinct().Count() == 1;
        return tracks.Count == 0 ? null : comparable
            ? units.Select(size => Math.Max(0.001, double.Parse(size.Groups["size"].ValueSpan, CultureInfo.InvariantCulture))).ToArray()
            : Enumerable.Repeat(1.0, tracks.Count).ToArray();
    }

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex LineNames();

    [GeneratedRegex(@"repeat\(\s*(?<count>\d{1,4})\s*,\s*(?<tracks>(?:[^()]|\([^()]*\))*)\)")]
    private static partial Regex Repeat();

    [GeneratedRegex(@"[a-z-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+")]
    private static partial Regex Track();

    [GeneratedRegex(@"^(?:minmax\([^,]*,\s*)?(?<size>\d{1,6}(?:\.\d{1,6})?)(?<unit>fr|px|%|em|rem|pt)\)?$")]
    private static partial Regex Size();
}
